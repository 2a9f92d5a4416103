import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asObject } from '#core/json/index.ts';
import type { DraftChanged, HomeView } from '#core/model/wire/index.ts';
import { GARDEN, startServer, type TestServer } from '../harness.ts';
import { mainly } from '../kinds.ts';
import { Stage } from '../stage.ts';
import { CYCLE, DEEP, FOUND, NO_ANSWER, REFUSED, rule } from './hostile-changes.ts';
import { approve, giveReasons, type Officers, officersOf, viewDraft } from './publish.ts';

describe.each(mainly('sqlite'))('what a draft may hold, on %s', (kind) => {
  let server: TestServer;
  let stage: Stage;
  let officers: Officers;
  let id = '';
  let length = 0;
  let now = new Date('2026-07-10T12:00:00Z');

  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, kind, clock: () => now });
    stage = await Stage.open(server);
    officers = await officersOf(stage);
    const { author } = officers;
    id = (await author.must(author.post<{ id: string }>('/api/drafts', { title: 'X', cycle: CYCLE }))).id;
  });
  afterAll(() => server?.stop());

  const post = (...changes: object[]) => {
    const { author } = officers;
    return author.post<DraftChanged & { code: string; message: string }>(`/api/drafts/${id}/changes`, {
      length,
      changes,
    });
  };

  it.each(FOUND)('%s is refused with its file and a sentence', async (_id, file, changes) => {
    const { author } = officers;
    const made = await post(...changes);
    expect(made.status, made.text).toBe(200);
    const { problems } = await viewDraft(author, id);
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors.map((one) => one.file)).toContain(file);
    expect(errors.every(({ message }) => message.length > 10)).toBe(true);
    const undone = author.post<DraftChanged>(`/api/drafts/${id}/undo`, {
      length: made.body.length,
      act: made.body.act,
    });
    length = (await author.must(undone)).length;
  });

  it.each(REFUSED)('%s is not even taken', async (_id, changes) => {
    const refused = await post(...changes);
    expect([400, 413, 422], refused.text).toContain(refused.status);
    expect(refused.body.message.length).toBeGreaterThan(10);
    expect((await viewDraft(officers.author, id)).length).toBe(length);
  });

  it.each(DEEP)('%s in one another are not even taken', async (_id, text) => {
    const { origin, cookie } = officers.author;
    const headers = { origin, cookie, 'content-type': 'application/json' };
    const body = `{"length":${length},"changes":[${text}]}`;
    const answer = await fetch(`${origin}/api/drafts/${id}/changes`, { method: 'POST', headers, body });
    expect([400, 413, 422]).toContain(answer.status);
    expect((await viewDraft(officers.author, id)).length).toBe(length);
  });

  it('D9 a rule that gives anything but true is not satisfied, whatever it gives', async () => {
    const rules = Object.entries(NO_ANSWER).map(([name, require]) => rule(name, require, 'Odd beds'));
    const made = await post(...rules);
    expect(made.status, made.text).toBe(200);
    const { problems } = await viewDraft(officers.author, id);
    // The alarm: what gives a value, and never yes or no, is named while it is a draft.
    const warned = problems.filter(({ code }) => code === 'constant-rule').map(({ pointer }) => pointer);
    expect(warned.length, JSON.stringify(problems)).toBeGreaterThanOrEqual(4);
    now = new Date(now.getTime() + 60_000);
    await giveReasons(officers, id);
    const published = await approve(stage, officers, id);
    expect(published.status, published.text).toBe(200);
    await stage.organisation('north-gardens');
    const gardener = await stage.person('gardener-a');
    const one = await stage.fill(gardener, 'complete');
    const plan = (await stage.view(gardener, one)).sections.plan?.value;
    await stage.save(gardener, one, 'plan', { ...asObject(plan), title: 'Odd beds' });
    const refused = await stage.refused(gardener, one, 'SUBMIT');
    expect(refused.status).toBe(422);
    expect(refused.body.problems?.map((problem) => problem.rule).sort()).toEqual(
      Object.keys(NO_ANSWER).sort(),
    );
  });

  it('D11 a title, a help and a label with markup are text, and the server is alive and serves what it did', async () => {
    const markup = '<img src=x onerror=alert(1)>';
    const at = { part: 'section', id: 'plan', cycle: CYCLE };
    const { author } = officers;
    const begun = author.post<{ id: string }>('/api/drafts', { title: 'Y', cycle: CYCLE });
    id = (await author.must(begun)).id;
    length = 0;
    const made = await post(
      { kind: 'setText', part: 'programme', way: ['title'], text: markup },
      { kind: 'setText', ...at, way: ['title'], text: markup },
      { kind: 'setText', ...at, way: ['help'], text: markup },
      {
        kind: 'setText',
        ...at,
        way: ['schema', 'properties', 'fence', 'oneOf', 'A hedge', 'title'],
        text: markup,
      },
    );
    expect(made.status, made.text).toBe(200);
    expect((await viewDraft(author, id)).found.errors).toBe(0);
    now = new Date(now.getTime() + 60_000);
    const published = await approve(stage, officers, id);
    expect(published.status, published.text).toBe(200);
    expect((await server.client().get('/api/programme')).body).toMatchObject({ title: markup });
    const gardener = await stage.person('gardener-a');
    const [mine] = (await gardener.must(gardener.get<HomeView>('/api/applications'))).applications;
    const print = await gardener.get(`/api/cases/${mine?.id}/sheets/card?format=html`);
    expect(print.text).not.toContain('<img');
  });
});
