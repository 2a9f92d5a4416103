import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublicationList, SourceFiles } from '#core/model/wire/index.ts';
import { scale } from '../../promises/scale.ts';
import type { Client } from '../client.ts';
import { GARDEN, startServer, type TestServer } from '../harness.ts';
import { mainly } from '../kinds.ts';
import { Stage } from '../stage.ts';
import { approve, draftWith, type Officers, officersOf, viewDraft } from './publish.ts';

const CYCLE = '2026H2';
const PLAN = `${CYCLE}/sections/plan.json`;
const DRAFTS = scale(12, 100);
const PEOPLE = scale(4, 20);

const titled = (text: string) => ({
  ...{ kind: 'setText', part: 'section', id: 'plan', cycle: CYCLE, way: ['title'] },
  text,
});

/** D12 of SECURITY.md. */
describe.each(mainly('mariadb'))('editions that change while many are at work, on %s', (kind) => {
  let server: TestServer;
  let stage: Stage;
  let officers: Officers;
  let now = new Date('2026-07-10T12:00:00Z');
  const open: { id: string; text: string; source: string }[] = [];

  beforeAll(async () => {
    const changes = { registrationsPerHour: 1000 };
    server = await startServer({ definitions: GARDEN, kind, clock: () => now, changes });
    stage = await Stage.open(server);
    officers = await officersOf(stage);
    await stage.organisation('north-gardens');
  });
  afterAll(() => server?.stop());

  const passes = (milliseconds: number): void => {
    now = new Date(now.getTime() + milliseconds);
  };
  const later = (): void => passes(60_000);
  const publications = async (): Promise<PublicationList['publications']> => {
    const { author } = officers;
    return (await author.must(author.get<PublicationList>('/api/publications'))).publications;
  };
  const publish = async (text: string): Promise<string> => {
    const id = await draftWith(officers.author, CYCLE, [titled(text)]);
    later();
    const { status, text: answer } = await approve(stage, officers, id);
    expect(status, answer).toBe(200);
    return id;
  };

  it('drafts that are open when another is published keep what they began with and what was changed', async () => {
    for (let at = 0; at < DRAFTS; at += 1) {
      passes(2_000);
      const text = `The plan of draft ${at}`;
      const id = await draftWith(officers.author, CYCLE, [titled(text)]);
      open.push({ id, text, source: (await viewDraft(officers.author, id)).source });
    }
    await publish('The plan that is published');
    for (const { id, text, source } of open) {
      passes(2_000);
      const view = await viewDraft(officers.author, id);
      expect([view.source, view.length, view.status]).toEqual([source, 1, 'editing']);
      const path = `/api/drafts/${id}/files`;
      const { files } = await officers.author.must(officers.author.get<SourceFiles>(path));
      expect(files.find((file) => file.path === PLAN)?.text).toContain(`"title": "${text}"`);
    }
  });

  it('one of them is refused, because its base has moved, and says so', async () => {
    later();
    const refused = await approve(stage, officers, open[0]?.id ?? '');
    expect([refused.status, refused.body.code]).toEqual([409, 'draft-base-moved']);
    expect(refused.body.message.length).toBeGreaterThan(10);
  });

  it('of two that are approved at the same moment one is published, the other gets a conflict', async () => {
    const { author, second, name } = officers;
    const third = await stage.addUser(author, 'third-officer', 'officer');
    const ids = [];
    for (const text of ['The plan of one', 'The plan of another']) {
      const id = await draftWith(author, CYCLE, [titled(text)]);
      const { source } = await viewDraft(author, id);
      await author.must(author.post(`/api/drafts/${id}/submit`, { source, why: 'Resolution 7' }));
      ids.push({ id, source });
    }
    later();
    const before = await publications();
    const by: [Client, string][] = [
      [second, name],
      [third, 'third-officer'],
    ];
    const answers = await Promise.all(
      ids.map(({ id, source }, index) => {
        const [client, who] = by[index] ?? [second, name];
        return client.post<{ code: string }>(`/api/drafts/${id}/approve`, { source, code: stage.code(who) });
      }),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(['draft-base-moved', 'stale']).toContain(refused?.body.code);
    expect((await publications()).length).toBe(before.length + 1);
    const statuses = await Promise.all(ids.map(async ({ id }) => (await viewDraft(author, id)).status));
    expect(statuses.sort()).toEqual(['published', 'submitted']);
  });

  it('whoever hands in while it is rolled back hands in under the edition that they began under', async () => {
    const people: [Client, string][] = [];
    for (let at = 0; at < PEOPLE; at += 1) {
      const person = await stage.person('gardener-a', `person-${at}`, {
        cardNumber: `PE${String(100_000 + at)}`,
      });
      people.push([person, await stage.fill(person, 'complete')]);
    }
    const began = (await publications())[0]?.edition;
    const handing = Promise.all(people.map(([person, id]) => stage.fire(person, id, 'SUBMIT')));
    later();
    const { second, name } = officers;
    const act = { cycle: CYCLE, act: 'rollBack', number: 1, why: 'Tried out', code: stage.code(name) };
    await second.must(second.post('/api/publications', act));
    await handing;
    const [newest] = await publications();
    expect(newest?.edition).not.toBe(began);
    for (const [person, id] of people) {
      const view = await stage.view(person, id);
      expect([view.edition, view.tags]).toEqual([began, ['open']]);
    }
  });
});
