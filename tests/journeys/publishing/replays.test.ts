import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '#core/change/index.ts';
import { asObject } from '#core/json/index.ts';
import type {
  AuditPage,
  ExampleView,
  ReplayedCasePage,
  ReplayedDrafts,
  ReplayList,
  ReplayStart,
  SideBySide,
} from '#core/model/wire/index.ts';
import { runReplay } from '#server/services/replays/index.ts';
import { cases, jobs, replays as stored } from '#server/store/index.ts';
import type { Client } from '../client.ts';
import { GARDEN, startServer, type TestServer } from '../harness.ts';
import { mainly } from '../kinds.ts';
import { Stage } from '../stage.ts';
import { draftWith, type Officers, officersOf, viewDraft } from './publish.ts';

const CYCLE = '2026H2';
const LIMIT = 100;
const plan = { cycle: CYCLE, section: 'plan' };
const CHANGES: Change[] = [
  { kind: 'setLimit', ...plan, category: 'plot', field: 'area', limit: 'maximum', value: LIMIT },
  { kind: 'removeField', ...plan, field: 'planned' },
];
/** Areas of what is handed in, and which of them say when they work: an answer that the draft has no place for. */
const HANDED_IN = [101, 110, 140, 180, 240, 24.5, 100].map((area, index) => ({
  area,
  isPlanned: index > 2 && index < 6,
}));

type Replay = ReplayList['replays'][number];
type Line = NonNullable<Replay['report']>['lines'][number];

describe.each(mainly('sqlite'))('applications that are read under a draft, on %s', (kind) => {
  let server: TestServer;
  let stage: Stage;
  let officers: Officers;
  let commission: Client;
  let draft = '';
  let unfinished = '';
  let replay = '';
  const above: string[] = [];
  let before: Awaited<ReturnType<typeof cases.byIds>> = [];

  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, kind });
    stage = await Stage.open(server);
    officers = await officersOf(stage);
    commission = await stage.organisation('treasury');
    await stage.organisation('north-gardens');
    for (const [index, one] of HANDED_IN.entries()) {
      const id = await application(index, one);
      await stage.fire(await stage.person('gardener-a', `person-${index}`), id, 'SUBMIT');
      if (one.area > LIMIT) above.push(id);
    }
    unfinished = await application(HANDED_IN.length, { area: 200, isPlanned: true });
    draft = await draftWith(officers.author, CYCLE, CHANGES);
    before = await cases.byIds(server.services.db, above);
  });
  afterAll(() => server?.stop());

  async function application(
    index: number,
    { area, isPlanned }: (typeof HANDED_IN)[number],
  ): Promise<string> {
    const cardNumber = `RE${100_000 + index}`;
    const who = await stage.person('gardener-a', `person-${index}`, { cardNumber });
    const id = await stage.fill(who, 'complete');
    const value = asObject((await stage.view(who, id)).sections.plan?.value);
    const planned = isPlanned ? { planned: '2026-08-20/2026-09-20' } : {};
    await stage.save(who, id, 'plan', { ...value, area, ...planned });
    return id;
  }

  const path = (): string => `/api/drafts/${draft}/replays`;
  const listFor = (who: Client): Promise<ReplayList> => who.must(who.get<ReplayList>(path()));
  const lastFor = async (who: Client): Promise<Replay> => {
    const [last] = (await listFor(who)).replays;
    if (!last) throw new Error('nothing was replayed');
    return last;
  };
  const start = async (who: Client, changes: Partial<ReplayStart> = {}) => {
    const { source } = await viewDraft(officers.author, draft);
    return who.post<{ id: string; code: string }>(path(), {
      source,
      cycle: CYCLE,
      target: CYCLE,
      mode: 'carried',
      ...changes,
    });
  };
  const reached = (status: Replay['status']) =>
    expect.poll(async () => (await lastFor(commission)).status, { timeout: 60_000 }).toBe(status);
  const lineOf = ({ report }: Replay, kind: Line['kind']): Line | undefined =>
    report?.lines.find((one) => one.kind === kind);
  const casesOf = async (line: Line | undefined): Promise<string[]> => {
    const asked = commission.get<ReplayedCasePage>(`/api/replays/${replay}/cases?line=${line?.key}`);
    return (await commission.must(asked)).rows.map((row) => row.case).sort();
  };

  it('are found by those who may replay, who need not see the draft; policy staff does not press', async () => {
    const { drafts } = await commission.must(commission.get<ReplayedDrafts>('/api/replays'));
    expect(drafts).toMatchObject([{ id: draft, last: null }]);
    expect((await commission.get(`/api/drafts/${draft}`)).status).toBe(403);
    expect((await start(officers.author)).status).toBe(403);
    expect((await start(commission, { source: 'another' })).body.code).toBe('replay-moved');
    expect(await listFor(commission)).toMatchObject({ targets: [CYCLE], replays: [] });
  });

  it('are blocked above the limit that the draft lowers, exactly those, and none that was not handed in', async () => {
    const answer = await start(commission);
    expect(answer.status, answer.text).toBe(201);
    replay = answer.body.id;
    await reached('done');
    const last = await lastFor(commission);
    expect(last.report).toMatchObject({ cases: 7, changed: 6, blocked: 5, allowed: 0, aside: 3, stays: 0 });
    const blocked = lineOf(last, 'blocked');
    expect(blocked).toMatchObject({ code: 'maximum', cases: 5, categories: [{ id: 'plot', cases: 5 }] });
    expect(blocked?.place).toContain('Area');
    expect(await casesOf(blocked)).toEqual(above.toSorted());
    expect(await casesOf(lineOf(last, 'aside'))).toHaveLength(3);
    expect(await casesOf(blocked)).not.toContain(unfinished);
  });

  it('are numbers to policy staff; fewer than five are not counted, and have no line', async () => {
    const last = await lastFor(officers.author);
    expect(last.report).toMatchObject({ cases: 7, changed: 6, blocked: 5, allowed: null, aside: null });
    expect(lineOf(last, 'blocked')).toMatchObject({ cases: 5 });
    expect(lineOf(last, 'aside')).toBeUndefined();
    const { author } = officers;
    expect((await author.get(`/api/replays/${replay}/cases?line=x`)).status).toBe(403);
    const row = await stored.get(server.services.db, replay);
    expect(above.some((id) => JSON.stringify(row?.report).includes(id))).toBe(false);
  });

  it('are shown one by one under both editions: what blocks, and the answers that have no place', async () => {
    const sideOf = (id: string | undefined) =>
      commission.must(commission.get<SideBySide>(`/api/replays/${replay}/cases/${id}`));
    const { problems, effects } = await sideOf(above[0]);
    expect(problems).toMatchObject([{ code: 'maximum', isOwn: false, isDrafts: true }]);
    expect(effects).toEqual([]);
    const planned = await sideOf((await casesOf(lineOf(await lastFor(commission), 'aside')))[0]);
    expect(planned.effects).toMatchObject([{ kind: 'aside', place: 'The plan · Period of work' }]);
  });

  it('stay as they are, and the trail says who has pressed, of which files', async () => {
    expect(await cases.byIds(server.services.db, above)).toEqual(before);
    const { author } = officers;
    const { rows } = await author.must(author.get<AuditPage>('/api/audit?action=replay'));
    const { source } = await viewDraft(author, draft);
    expect(rows).toMatchObject([{ subject: draft, detail: { replay, source, cycle: CYCLE, target: CYCLE } }]);
  });

  /** The next time that a draft is asked of applications, it waits until `goOn`. */
  function held(): { isHeld: Promise<void>; goOn: () => void } {
    const { drafting } = server.services;
    const { replay: asked } = drafting;
    const [begun, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    drafting.replay = async (...given) => {
      drafting.replay = asked;
      begun.resolve();
      await gate.promise;
      return asked(...given);
    };
    return { isHeld: begun.promise, goOn: gate.resolve };
  }

  it('are counted once where another process takes a replay over', async () => {
    const { services } = server;
    const { isHeld, goOn } = held();
    const { id } = (await start(commission)).body;
    await isHeld;
    expect((await start(commission)).body.code).toBe('replay-running');
    await runReplay(services, id, async () => undefined);
    goOn();
    await reached('done');
    await expect.poll(async () => (await jobs.ofKey(services.db, 'replay-cases', id))?.status).toBe('done');
    expect((await lastFor(commission)).report).toMatchObject({ cases: 7, changed: 6, blocked: 5 });
  });

  it('are not told of once a replay was cancelled', async () => {
    const { db } = server.services;
    const { isHeld, goOn } = held();
    const { id } = (await start(commission)).body;
    await isHeld;
    expect((await officers.author.delete(`/api/replays/${id}`)).status).toBe(403);
    expect((await commission.delete(`/api/replays/${id}`)).status).toBe(200);
    expect((await commission.delete(`/api/replays/${id}`)).body).toMatchObject({ code: 'replay-over' });
    goOn();
    await expect.poll(async () => (await stored.get(db, id))?.reached).not.toBe('');
    expect(await lastFor(commission)).toMatchObject({ id, status: 'cancelled', report: null });
  });

  it('of a draft that has changed since are of its files as they were', async () => {
    const { length, source } = await viewDraft(officers.author, draft);
    const changes = [{ kind: 'setText', part: 'programme', way: ['title'], text: 'Gardens' }];
    await officers.author.must(officers.author.post(`/api/drafts/${draft}/changes`, { length, changes }));
    const list = await listFor(commission);
    expect(list.source).not.toBe(source);
    expect(list.replays.map((one) => one.source)).toEqual([source, source, source]);
    expect(list.replays[0]).toMatchObject({ status: 'cancelled', report: null });
  });

  it('are read anew only where something can come out otherwise, and are counted alike', async () => {
    const { services } = server;
    const { drafting } = services;
    const { replay: asked } = drafting;
    const given: (object | null)[] = [];
    drafting.replay = (replaying, files, all) => {
      given.push(...all.map(({ before: known }) => known));
      return asked(replaying, files, all);
    };
    const element = {
      require: { '<=': [{ var: 'application.plan.area' }, LIMIT] },
      ...{ at: '/plan/area', message: 'Too large', severity: 'block' },
    };
    const addRule = { kind: 'addRule', cycle: CYCLE, category: 'plot', rule: 'small-gardens', element };
    const reportOf = async (changes: Change[]) => {
      const id = await draftWith(officers.author, CYCLE, changes);
      const { source } = await viewDraft(officers.author, id);
      const at = `/api/drafts/${id}/replays`;
      const begun = { source, cycle: CYCLE, target: CYCLE, mode: 'rules' };
      await commission.must(commission.post(at, begun));
      const last = async () => (await commission.must(commission.get<ReplayList>(at))).replays[0];
      await expect.poll(async () => (await last())?.status, { timeout: 60_000 }).toBe('done');
      return (await last())?.report;
    };
    const small = await reportOf([addRule as Change]);
    expect(small).toMatchObject({ cases: 7, changed: 5, blocked: 5, print: 0, blank: 0, stuck: 0 });
    expect(given).toEqual(Array(7).fill(null));
    const forms = drafting.forms;
    drafting.forms = async () => null;
    expect(await reportOf([addRule as Change])).toEqual(small);
    expect(given.slice(7).every((one) => one !== null)).toBe(true);
    drafting.forms = forms;
    given.length = 0;
    const untouched = await reportOf([{ ...addRule, category: 'commons' } as Change]);
    expect(untouched).toMatchObject({ cases: 7, changed: 0, blocked: 0, lines: [] });
    expect(given).toEqual([]);
    drafting.replay = asked;
  });

  it('become examples of the draft for those who may replay: shown, then kept as a change, and the trail says so', async () => {
    const list = await listFor(commission);
    const done = list.replays.find((one) => one.status === 'done');
    const line = done && lineOf(done, 'blocked');
    const asked = { case: above[0] ?? '', line: line?.key ?? '' };
    const path = `/api/replays/${done?.id}`;
    const example = (of: typeof asked) => `${path}/example?${new URLSearchParams(of)}`;
    expect((await officers.author.get(example(asked))).status).toBe(403);
    expect((await commission.get(example({ ...asked, case: unfinished }))).status).toBe(404);
    const shown = await commission.must(commission.get<ExampleView>(example(asked)));
    expect(shown).toMatchObject({ isBlocked: true, agrees: true });
    const texts = shown.lines.map(({ value }) => value);
    expect(texts.some((text) => text.includes('RE100') || text.includes('Test Gardener'))).toBe(false);
    const name = 'Too large a garden';
    const kept = { ...asked, name, length: shown.length };
    expect((await commission.post(`${path}/examples`, { ...kept, length: 0 })).status).toBe(409);
    await commission.must(commission.post(`${path}/examples`, kept));
    const { author } = officers;
    const view = await viewDraft(author, draft);
    expect(view.changes.at(-1)).toMatchObject({ kind: 'addFile', parameters: { content: { name } } });
    expect(view.found.failed).toBe(0);
    const { rows } = await author.must(author.get<AuditPage>('/api/audit?action=draft-example'));
    expect(rows).toMatchObject([{ subject: draft, detail: { replay: done?.id, case: above[0] } }]);
  });
});
