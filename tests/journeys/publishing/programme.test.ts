import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '#core/model/index.ts';
import type { AccountPage } from '#core/model/wire/index.ts';
import { organisations } from '#server/store/index.ts';
import { changedCopy } from '../changed.ts';
import { GARDEN, startServer, type TestServer } from '../harness.ts';
import { mainly } from '../kinds.ts';
import { Stage } from '../stage.ts';
import { approve, draftWith, type Officers, officersOf } from './publish.ts';

const CYCLE = '2026H2';
const GUEST = { id: 'guest', title: 'Guest', kinds: ['city'], abilities: ['export'] };
const WARD = { id: 'ward', title: 'Ward office', level: 1, parents: [] };
const inProgramme = (op: 'replace' | 'add', path: string, value: Json) => ({
  kind: 'editFile',
  file: 'programme.json',
  operations: [{ op, path, value }],
});

describe.each(mainly('mariadb'))('what belongs to the programme and not to an edition, on %s', (kind) => {
  let folder: string;
  let server: TestServer;
  let stage: Stage;
  let officers: Officers;
  let now = new Date('2026-07-10T12:00:00Z');
  const programme = (): JsonObject => stage.edition.definition.programme as unknown as JsonObject;
  const publish = async (...changes: Parameters<typeof draftWith>[2]) => {
    const id = await draftWith(officers.author, CYCLE, changes);
    now = new Date(now.getTime() + 60_000);
    return approve(stage, officers, id);
  };

  beforeAll(async () => {
    folder = await changedCopy(GARDEN, {
      'programme.json': (file) => {
        (file.roles as Json[]).push(GUEST);
        (file.organisationKinds as Json[]).push(WARD);
      },
    });
    server = await startServer({ definitions: folder, kind, clock: () => now });
    stage = await Stage.open(server);
    officers = await officersOf(stage);
  });
  afterAll(async () => {
    await server?.stop();
    if (folder) await rm(dirname(folder), { recursive: true });
  });

  it('a role that somebody holds cannot go; once nobody does, it can', async () => {
    const roles = (programme().roles as JsonObject[]).filter(({ id }) => id !== GUEST.id);
    const { author } = officers;
    const { accounts } = await author.must(author.get<AccountPage>('/api/accounts'));
    const guest = accounts.find(({ role }) => role === GUEST.id);
    const refused = await publish(inProgramme('replace', '/roles', roles));
    expect([refused.status, refused.body.code]).toEqual([409, 'role-held']);
    expect(refused.body.message).toContain('1 accounts are in the role “Guest”');
    await author.must(author.delete(`/api/accounts/${guest?.id}`));
    const answer = await publish(inProgramme('replace', '/roles', roles));
    expect(answer.status, answer.text).toBe(200);
  });

  it('an organisation that an edition adds is there at once, and its kind cannot go then', async () => {
    const seed = { id: 'east-ward', kind: WARD.id, name: 'East ward office' };
    const answer = await publish(inProgramme('add', '/seed/organisations/-', seed));
    expect(answer.status, answer.text).toBe(200);
    expect(await organisations.get(server.services.db, seed.id)).toMatchObject({ kind: WARD.id });
    const kinds = (programme().organisationKinds as JsonObject[]).filter(({ id }) => id !== WARD.id);
    const refused = await publish(
      inProgramme('replace', '/organisationKinds', kinds),
      inProgramme('replace', '/seed/organisations', (programme().seed as JsonObject).organisations ?? []),
    );
    expect([refused.status, refused.body.code]).toEqual([409, 'kind-held']);
  });
});
