import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asObject } from '#core/json/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import type { AuditPage, ReplayedCasePage, ReplayList, SideBySide } from '#core/model/wire/index.ts';
import { readFolder } from '#server/load/index.ts';
import type { Client } from '../client.ts';
import { GARDEN, startServer, type TestServer } from '../harness.ts';
import { mainly } from '../kinds.ts';
import { Stage } from '../stage.ts';
import { type Officers, officersOf, pushFiles, viewDraft } from './publish.ts';

const CYCLE = '2026H2';
/** As many as may be counted, and one who has a fence. */
const PEOPLE = 5;

type Replay = ReplayList['replays'][number];
type Line = NonNullable<Replay['report']>['lines'][number];

/** Words for others in the files whose paths end so. */
const EDITS: [string, string, string][] = [
  ['', 'atAssociation', 'atUnion'],
  ['rosters/members.json', '"application.plan.title"', '"application.plan.remarks"'],
  [
    'rosters/members.json',
    '{ "title": "Fence", "value": { "var": "application.plan.fence" }',
    '{ "title": "Fence", "value": { "var": "application.plan.visit" }',
  ],
  ['sheets/card/sheet.json', '"title": "Garden card"', '"title": "Card of a garden"'],
];
const edited = ({ path, text = '', ...file }: SourceFile): SourceFile => ({
  ...file,
  path,
  text: EDITS.reduce((now, [end, from, to]) => (path.endsWith(end) ? now.replaceAll(from, to) : now), text),
});

describe.each(mainly('sqlite'))('what comes out of applications under a draft, on %s', (kind) => {
  let server: TestServer;
  let stage: Stage;
  let officers: Officers;
  let commission: Client;
  let draft = '';
  let replay = '';
  const all: string[] = [];

  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, kind });
    stage = await Stage.open(server);
    officers = await officersOf(stage);
    commission = await stage.organisation('treasury');
    await stage.organisation('north-gardens');
    for (let index = 0; index < PEOPLE; index += 1) all.push(await application(index));
    draft = await pushFiles(officers, (await readFolder(GARDEN)).map(edited));
  });
  afterAll(() => server?.stop());

  async function application(index: number): Promise<string> {
    const who = await stage.person('gardener-a', `person-${index}`, { cardNumber: `RE${100_000 + index}` });
    const id = await stage.fill(who, 'complete');
    if (index === 0) {
      const value = asObject((await stage.view(who, id)).sections.plan?.value);
      await stage.save(who, id, 'plan', { ...value, fenced: true, fence: 'hedge' });
    }
    await stage.fire(who, id, 'SUBMIT');
    return id;
  }

  const path = (): string => `/api/drafts/${draft}/replays`;
  const lastFor = async (who: Client): Promise<Replay> => {
    const [last] = (await who.must(who.get<ReplayList>(path()))).replays;
    if (!last) throw new Error('nothing was replayed');
    return last;
  };
  const linesOf = ({ report }: Replay, wanted: Line['kind']): Line[] =>
    report?.lines.filter((one) => one.kind === wanted) ?? [];

  it('is counted by sheet, column and state, each number with its applications', async () => {
    const { source } = await viewDraft(officers.author, draft);
    const start = { source, cycle: CYCLE, target: CYCLE, mode: 'rules' };
    replay = (await commission.must(commission.post<{ id: string }>(path(), start))).id;
    await expect.poll(async () => (await lastFor(commission)).status, { timeout: 60_000 }).toBe('done');
    const last = await lastFor(commission);
    expect(last.report).toMatchObject({ cases: 5, changed: 5, blocked: 0, allowed: 0, aside: 0, stays: 0 });
    expect(last.report).toMatchObject({ stuck: 5, blank: 5, print: 5, overflow: 0 });
    expect(linesOf(last, 'stuck')).toMatchObject([{ place: 'At the association', cases: 5 }]);
    expect(linesOf(last, 'print')).toMatchObject([
      { place: 'Card of a garden', cases: 5, categories: [{ id: 'plot', cases: 5 }] },
    ]);
    const [plan, fence] = linesOf(last, 'blank');
    expect(plan).toMatchObject({ place: 'Members by association · Plan', cases: 5 });
    expect(fence).toMatchObject({ place: 'Members by association · Fence', cases: 1 });
    const behind = commission.get<ReplayedCasePage>(`/api/replays/${replay}/cases?line=${fence?.key}`);
    expect((await commission.must(behind)).rows.map((row) => row.case)).toEqual([all[0]]);
  });

  it('is a number to policy staff, with no line of fewer than five', async () => {
    const last = await lastFor(officers.author);
    expect(last.report).toMatchObject({ stuck: 5, blank: 5, print: 5, overflow: null });
    expect(linesOf(last, 'blank')).toMatchObject([{ place: 'Members by association · Plan', cases: 5 }]);
  });

  it('is shown of one application beside its own edition, to those who may replay, and the trail says so', async () => {
    const compare = (id: string | undefined) => `/api/replays/${replay}/cases/${id}`;
    const { author } = officers;
    expect((await author.get(compare(all[0]))).status).toBe(403);
    const side = await commission.must(commission.get<SideBySide>(compare(all[0])));
    const at = { draft, cycle: CYCLE, target: CYCLE, mode: 'rules', state: 'At the association' };
    expect(side).toMatchObject({ ...at, problems: [] });
    expect(side.effects).toEqual([
      { kind: 'stuck', place: 'At the association' },
      { kind: 'blank', place: 'Members by association · Plan' },
      { kind: 'blank', place: 'Members by association · Fence' },
    ]);
    expect(side.sheets).toEqual([
      { id: 'card', title: 'Card of a garden', shows: 'other' },
      { id: 'receipt', title: 'Receipt', shows: 'same' },
    ]);
    const trail = author.get<AuditPage>('/api/audit?action=replay-compare');
    const { rows } = await author.must(trail);
    expect(rows).toMatchObject([{ subject: draft, detail: { replay, case: all[0] } }]);
  });

  it('is not shown of one that was never handed in', async () => {
    const who = await stage.person('gardener-a', 'late', { cardNumber: 'RE200000' });
    const unfinished = await stage.fill(who, 'complete');
    expect((await commission.get(`/api/replays/${replay}/cases/${unfinished}`)).status).toBe(404);
  });
});
