import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Definition } from '#core/model/index.ts';
import type { DraftChanged, DraftView, SourceFiles } from '#core/model/wire/index.ts';
import { GARDEN, startServer, type TestServer } from '../harness.ts';
import { mainly } from '../kinds.ts';
import { Stage } from '../stage.ts';
import { approve, type Officers, officersOf, viewDraft } from './publish.ts';

const PLAN = '2026H2/sections/plan.json';
const titled = (path: string, title: string) => ({
  kind: 'editFile',
  file: path,
  operations: [{ op: 'replace', path: '/title', value: title }],
});

describe.each(mainly('sqlite'))('a draft, on %s', (kind) => {
  let server: TestServer;
  let stage: Stage;
  let officers: Officers;
  let id = '';
  let now = new Date('2026-07-10T12:00:00Z');
  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, kind, clock: () => now });
    stage = await Stage.open(server);
    officers = await officersOf(stage);
  });
  afterAll(() => server?.stop());

  const view = (): Promise<DraftView> => viewDraft(officers.author, id);
  const files = async (): Promise<Map<string, string>> => {
    const { files } = await officers.author.must(officers.author.get<SourceFiles>(`/api/drafts/${id}/files`));
    return new Map(files.map(({ path, text }) => [path, text]));
  };
  const change = (length: number, ...changes: object[]) =>
    officers.author.post<
      DraftChanged & { code: string; current?: { version: number; value: { sentence: string }[] } }
    >(`/api/drafts/${id}/changes`, { length, changes, why: 'Resolution 7' });
  const undo = (length: number, act: number) =>
    officers.author.post<{ code: string }>(`/api/drafts/${id}/undo`, { length, act });

  it('begins with the files of what is published, and publishes nothing then', async () => {
    const { author } = officers;
    id = (await author.must(author.post<{ id: string }>('/api/drafts', { title: 'Next', cycle: '2026H2' })))
      .id;
    expect(await view()).toMatchObject({
      status: 'editing',
      length: 0,
      createdBy: stage.edition.definition.programme.seed.organisations[0]?.name,
      found: { errors: 0, failed: 0 },
      editions: [{ cycle: '2026H2', edition: stage.edition.hash, publishes: false }],
    });
    now = new Date(now.getTime() + 60_000);
    const refused = await approve(stage, officers, id);
    expect([refused.status, refused.body.code]).toEqual([409, 'draft-nothing']);
  });

  it('takes changes as acts, each with its sentence; of two at once one is shown what came between', async () => {
    const before = await files();
    expect((await change(0, titled(PLAN, 'One'), titled('programme.json', 'Two'))).status).toBe(200);
    const late = await change(0, titled(PLAN, 'Three'));
    expect([late.status, late.body.code, late.body.current?.version]).toEqual([409, 'draft-moved', 2]);
    expect(late.body.current?.value.every(({ sentence }) => sentence.length > 0)).toBe(true);
    expect((await files()).get(PLAN)).toContain('"title": "One"');
    expect((await change(2, titled('programme.json', 'Four'))).status).toBe(200);
    expect((await view()).changes.map(({ act, why }) => [act, why])).toEqual([
      [1, 'Resolution 7'],
      [1, 'Resolution 7'],
      [2, 'Resolution 7'],
    ]);
    expect([...(await files()).keys()]).toEqual([...before.keys()]);
  });

  it('takes back any act, and the taking back too; the bytes are those of before', async () => {
    const after = await files();
    expect((await undo(3, 2)).status).toBe(200);
    expect((await undo(4, 1)).status).toBe(200);
    const original = (await files()).get(PLAN);
    expect(original).not.toBe(after.get(PLAN));
    expect((await undo(6, 1)).body.code).toBe('draft-undone');
    for (const [length, act] of [
      [6, 4],
      [8, 3],
    ] as const)
      expect((await undo(length, act)).status).toBe(200);
    expect(await files()).toEqual(after);
  });

  it('refuses a change that cannot be made, and one that no folder could hold: nothing is changed', async () => {
    const { length } = await view();
    const hostile = [
      { kind: 'nothing' },
      { kind: 'addFile', file: '../../codes/outside.json', content: {} },
      { kind: 'addFile', file: 'codes/.hidden.json', content: {} },
      { kind: 'editFile', file: PLAN, operations: [{ op: 'replace', path: '/__proto__/x', value: 1 }] },
      titled('2026H2/sections/nothing.json', 'x'),
    ];
    for (const one of hostile)
      expect([413, 422]).toContain((await change(length, titled(PLAN, 'x'), one)).status);
    expect((await view()).length).toBe(length);
  });

  it('says what is wrong with it, and cannot be approved then; whoever is under way stays where they are', async () => {
    const { length } = await view();
    const broken = {
      kind: 'editFile',
      file: PLAN,
      operations: [{ op: 'replace', path: '/kind', value: 'nothing' }],
    };
    expect((await change(length, broken)).status).toBe(200);
    expect((await view()).found.errors).toBeGreaterThan(0);
    now = new Date(now.getTime() + 60_000);
    const refused = await approve(stage, officers, id);
    expect([refused.status, refused.body.code]).toEqual([422, 'draft-wrong']);
    const act = (await view()).changes.at(-1)?.act ?? 0;
    await undo((await view()).length, act);
  });

  it('is published by a second person without a restart, with remarks and what it did in the trail', async () => {
    const { second } = officers;
    await second.must(second.post(`/api/drafts/${id}/remarks`, { text: 'Good', change: 1 }));
    now = new Date(now.getTime() + 60_000);
    const { length } = await view();
    const answer = await approve(stage, officers, id);
    expect(answer.status, answer.text).toBe(200);
    const { definition }: { definition: Definition } = await server.services.editions.current();
    expect(definition.programme.title).toBe('Four');
    expect(await view()).toMatchObject({
      status: 'published',
      length,
      remarks: [{ text: 'Good', change: 1 }],
    });
    expect((await change(length, titled(PLAN, 'x'))).body.code).toBe('draft-closed');
  });
});
