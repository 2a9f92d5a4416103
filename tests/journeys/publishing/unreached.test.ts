import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '#core/change/index.ts';
import type { DraftView, ErrorBody, ReplayList } from '#core/model/wire/index.ts';
import { jobs } from '#server/store/index.ts';
import { GARDEN, startServer, type TestServer } from '../harness.ts';
import { mainly } from '../kinds.ts';
import { Stage } from '../stage.ts';
import { approve, draftWith, type Officers, officersOf, viewDraft } from './publish.ts';

const CYCLE = '2026H2';
const REASON = 'No garden of last year was as large; resolution 7 asks for it.';

/** A rule of large gardens: there is none above 230 m² among the examples. */
const largeGardens = (more: object = {}): Change => ({
  ...{ kind: 'addRule', cycle: CYCLE, section: 'plan', rule: 'large-gardens' },
  element: {
    when: { '>': [{ var: 'section.area' }, 230] },
    require: { '!=': [{ var: 'section.useMachines' }, 'yes'] },
    at: '/area',
    message: 'A large garden is dug by hand',
    severity: 'block',
    ...more,
  },
});

describe.each(mainly('sqlite'))('a changed rule that nothing reaches, on %s', (kind) => {
  let server: TestServer;
  let stage: Stage;
  let officers: Officers;
  let id = '';
  let rule = '';
  let now = new Date('2026-07-10T12:00:00Z');
  /** A code of the second factor works once. */
  const nextCode = () => {
    now = new Date(now.getTime() + 60_000);
  };

  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, kind, clock: () => now });
    stage = await Stage.open(server);
    officers = await officersOf(stage);
    id = await draftWith(officers.author, CYCLE, [largeGardens()]);
  });
  afterAll(() => server?.stop());

  const view = (): Promise<DraftView> => viewDraft(officers.author, id);
  const give = (text: string, of = rule) =>
    officers.author.post<ErrorBody>(`/api/drafts/${id}/reasons`, { rule: of, text });

  it('stands on the page of the draft as a sentence, with its forms; others do not', async () => {
    const { unreached } = await view();
    expect(unreached).toMatchObject([
      { cycle: CYCLE, heading: 'The plan', message: 'A large garden is dug by hand', reason: null },
    ]);
    expect(unreached[0]?.sentence).toContain('230');
    expect(unreached[0]?.forms.map((one) => one.id)).toContain('plot');
    rule = unreached[0]?.rule ?? '';
  });

  it('keeps the draft from being approved, and the refusal names it', async () => {
    nextCode();
    const refused = await approve(stage, officers, id);
    expect([refused.status, refused.body.code]).toEqual([422, 'draft-unreached']);
    expect((refused.body as ErrorBody).problems).toMatchObject([
      { code: 'unreached', rule: 'large-gardens', message: 'A large garden is dug by hand' },
    ]);
  });

  it('takes a reason from whoever writes drafts, for such a rule alone, and what was submitted is so no longer', async () => {
    expect((await view()).status).toBe('submitted');
    expect((await give('   ')).status).toBe(400);
    expect((await give(REASON, 'nothing')).status).toBe(404);
    expect((await give(REASON)).status).toBe(200);
    const { status, unreached } = await view();
    expect(status).toBe('editing');
    expect(unreached).toMatchObject([{ rule, reason: { text: REASON } }]);
    expect(unreached[0]?.reason?.by).not.toBe('');
  });

  it('is shown with its reason to the second person; a rule that is changed once more wants another', async () => {
    const seen = await viewDraft(officers.second, id);
    expect(seen.unreached).toMatchObject([{ reason: { text: REASON } }]);
    const patch = { require: { '==': [{ var: 'section.fenced' }, true] } };
    const change = { kind: 'changeRule', cycle: CYCLE, section: 'plan', rule: 'large-gardens', patch };
    const { author } = officers;
    await author.must(author.post(`/api/drafts/${id}/changes`, { length: seen.length, changes: [change] }));
    expect((await view()).unreached).toMatchObject([{ reason: null }]);
    const { length } = await view();
    await author.must(author.post(`/api/drafts/${id}/undo`, { length, act: 2 }));
    expect((await view()).unreached).toMatchObject([{ reason: { text: REASON } }]);
  });

  it('wants none where only its words change, or an example reaches it', async () => {
    const words: Change = {
      ...{ kind: 'changeRule', cycle: CYCLE, section: 'plan', rule: 'greenhouse-area' },
      patch: { message: 'A greenhouse has 200 m² at most' },
    };
    const worded = await draftWith(officers.author, CYCLE, [words]);
    expect((await viewDraft(officers.author, worded)).unreached).toEqual([]);
    const reached = largeGardens({ when: { '>': [{ var: 'section.area' }, 1] }, severity: 'warn' });
    const other = await draftWith(officers.author, CYCLE, [reached]);
    expect((await viewDraft(officers.author, other)).unreached).toEqual([]);
  });

  it('is published with its reason, and not by whoever has given one', async () => {
    const { second, author, name } = officers;
    await author.must(author.post(`/api/drafts/${id}/remarks`, { text: 'Ready' }));
    expect((await approve(stage, { ...officers, second: author, name }, id)).body.code).toBe('own-draft');
    const { source } = await view();
    nextCode();
    const done = await second.post(`/api/drafts/${id}/approve`, { source, code: stage.code(name) });
    expect(done.status, done.text).toBe(200);
    expect((await view()).status).toBe('published');
  });

  it('is refused when its hour comes without one', async () => {
    const draft = await draftWith(officers.author, CYCLE, [
      { ...largeGardens(), rule: 'larger-gardens' } as Change,
    ]);
    nextCode();
    const later = new Date(now.getTime() + 3_600_000).toISOString();
    expect((await approve(stage, officers, draft, later)).body.code).toBe('draft-unreached');
    expect(await jobs.ofKey(server.services.db, 'publish-draft', `${draft} 3`)).toBeNull();
  });

  it('wants none once five replayed applications have reached it', async () => {
    const commission = await stage.organisation('treasury');
    await stage.organisation('north-gardens');
    for (let at = 0; at < 5; at += 1) {
      const who = await stage.person('gardener-a', `large-${at}`, { cardNumber: `LA${100_000 + at}` });
      const application = await stage.fill(who, 'complete');
      const plan = (await stage.view(who, application)).sections.plan?.value as object;
      await stage.save(who, application, 'plan', { ...plan, area: 240 });
      await stage.fire(who, application, 'SUBMIT');
    }
    const stricter = largeGardens({ require: { '==': [{ var: 'section.start' }, '2026-08'] } });
    const draft = await draftWith(officers.author, CYCLE, [{ ...stricter, rule: 'quiet-gardens' } as Change]);
    const { source, unreached } = await viewDraft(officers.author, draft);
    expect(unreached).toHaveLength(1);
    const path = `/api/drafts/${draft}/replays`;
    await commission.must(commission.post(path, { source, cycle: CYCLE, target: CYCLE, mode: 'rules' }));
    const last = async () => (await commission.must(commission.get<ReplayList>(path))).replays[0];
    await expect.poll(async () => (await last())?.status, { timeout: 60_000 }).toBe('done');
    expect((await viewDraft(officers.author, draft)).unreached).toEqual([]);
  });
});
