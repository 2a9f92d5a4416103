import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { main } from '#cli/main.ts';
import { assemble } from '#core/assemble/index.ts';
import { type Change, outcomeMends } from '#core/change/index.ts';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import { asObject } from '#core/json/index.ts';
import type { DraftChanged, SourceFiles } from '#core/model/wire/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { readFolder } from '#server/load/index.ts';
import { ELEVEN, TAKEN_BACK } from '../../core/change/eleven-changes.ts';
import type { Client } from '../client.ts';
import { HEALTH, startServer, type TestServer } from '../harness.ts';
import { mainly } from '../kinds.ts';
import { PASSWORD, Stage } from '../stage.ts';
import { approve, asRead, type Officers, pushFolder, viewDraft, withMends } from './publish.ts';

const OPINION = { opinion: '同意推荐。', signatory: '测试负责人', signedOn: '2026-11-20' };
const compiling = { validators: ajvValidators(), routes: compileRoute };
/** Kinds after which an example may rightly come out otherwise. */
const DECIDES = ['setFact', 'setLimit', 'setNumber'];
/** The one example that the clone leaves to decide: the law of retirement does not move by a year. */
const DECIDED: Change = {
  kind: 'changeCases',
  patches: {
    '2027/cases/primary-general-practice/age-exempt-last-day.json': {
      name: '基层年龄免考：1968-07-30 男',
      applicant: { person: { birthDate: '1968-07-30' } },
      sections: { basic: { birthDate: '1968-07-30' } },
    },
  },
};

type TextFile = SourceFiles['files'][number];
/** After long work the server, in this very process, first ends the connections that nobody used meanwhile. */
const quiet = (): Promise<void> => setTimeout(20);

describe.each(mainly('sqlite'))('the changes of one year to the next, over HTTP, on %s', (kind) => {
  let folder: string;
  let server: TestServer;
  let stage: Stage;
  let officers: Officers;
  let author: Client;
  let first: string;
  let id = '';
  let length = 0;
  let exported: TextFile[] = [];
  let old = '';
  let unit = '';
  const nurse = 'pending-level1-nursing';
  let now = new Date('2026-11-20T01:00:00Z');
  const later = (minutes = 1): void => {
    now = new Date(now.getTime() + minutes * 60_000);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shenbao-eleven-'));
    server = await startServer({ definitions: HEALTH, kind, clock: () => now });
    stage = await Stage.open(server);
    author = await stage.able('definitions');
    const name = 'second-editor';
    const second = await stage.addUser(await stage.organisation('municipal'), name, 'policyEditor');
    officers = { author, second, name };
    first = (await server.services.editions.current()).hash;
    unit = stage.underOf(nurse);
    const applicant = await stage.person(nurse);
    old = await stage.fill(applicant, 'nursing-complete');
    await stage.fire(applicant, old, 'SUBMIT');
  });
  afterAll(async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const filesOf = async (draft: string): Promise<TextFile[]> =>
    (await author.must(author.get<SourceFiles>(`/api/drafts/${draft}/files`))).files;
  const post = async (changes: readonly Change[]): Promise<DraftChanged> => {
    later();
    const done = await author.must(
      author.post<DraftChanged>(`/api/drafts/${id}/changes`, { length, changes, why: '2027年度通知' }),
    );
    length = done.length;
    return done;
  };

  /** Changes with what the examples need after them, as whoever sends them works it out from the files that they see. */
  async function actOf(changes: readonly Change[]): Promise<Change[]> {
    const start = asRead(await filesOf(id));
    const { all, files } = withMends(start, changes);
    if (changes.some(({ kind: one }) => DECIDES.includes(one)))
      all.push(...outcomeMends(start, files, compiling));
    await quiet();
    return all;
  }

  it('are made as acts, each with the mends of its examples; the third is undone after the seventh', async () => {
    id = (await author.must(author.post<{ id: string }>('/api/drafts', { title: '2027', cycle: '2026' }))).id;
    const acts: number[] = [];
    for (const [index, changes] of ELEVEN.entries()) {
      const decided = index === 0 ? [DECIDED] : [];
      acts.push((await post([...(await actOf(changes)), ...decided])).act);
      if (index !== TAKEN_BACK.after) continue;
      const undone = await author.must(
        author.post<DraftChanged>(`/api/drafts/${id}/undo`, { length, act: acts[TAKEN_BACK.act] }),
      );
      length = undone.length;
    }
    const view = await viewDraft(author, id);
    expect(view.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(view.found).toMatchObject({ errors: 0, failed: 0 });
    expect(view.editions).toMatchObject([
      { cycle: '2026', edition: first, publishes: false },
      { cycle: '2027', publishes: true },
    ]);
  });

  it('are published by a second person; the edition of 2026 is the one that it was', async () => {
    later();
    expect((await approve(stage, officers, id)).status).toBe(200);
    const hashes = (await server.services.editions.newest()).map(({ hash }) => hash);
    expect(hashes).toContain(first);
    expect(hashes).toHaveLength(2);
    const nursing = (await filesOf(id)).find(({ path }) => path === '2027/categories/nursing.json');
    expect(nursing?.text).not.toContain('静脉治疗例数');
  });

  it('come out as the same bytes, exported, brought in again and pulled', async () => {
    exported = await filesOf(id);
    const before = join(folder, 'before');
    const after = join(folder, 'after');
    await cp(HEALTH, before, { recursive: true });
    await cp(HEALTH, after, { recursive: true });
    for (const { path, text } of exported) {
      await mkdir(dirname(join(after, path)), { recursive: true });
      await writeFile(join(after, path), text);
    }
    const again = await pushFolder(officers, after);
    expect(await filesOf(again)).toEqual(exported);
    const pulled = join(folder, 'pulled');
    expect((await shenbao(['pull', pulled], author)).code).toBe(0);
    const texts = async (path: string) =>
      (await readFolder(path))
        .filter((file) => file.path !== 'manifest.json')
        .map(({ path, text }) => [path, text]);
    expect(await texts(pulled)).toEqual(await texts(after));
    const { lines } = await shenbao(['diff', before, after]);
    expect(lines).toEqual([
      '由「2026年度」复制出「2027」',
      '任现职以来的工作量（近5年） · 临床：去掉「指导下级医生病历书写」',
      '药学：「著作、论文和学术报告的行数」改为5',
      '2027年度：开始时间由2027-03-01T00:00:00+08:00改为2027-02-15T00:00:00+08:00',
      '「基层年龄免考：距离法定退休年龄不足的年数」由5改为3',
      '花名册：列「工作单位」改名为「申报单位」',
      '评审表审核：在待一级单位审核、待区县职改办审核与「审核通过，待提交市卫健委」之间插入「待市评审中心审核」',
      '基本信息：添加「是否有国（境）外工作经历」，并要求上传材料',
      '重庆市职称申报评审表：在「从事何专业技术工作」下面打印「是否有国（境）外工作经历」',
      '代码表「申报类别」：自2027-01-01起增加「人才引进」',
      '花名册：列「联系电话」移到「姓名」之后',
      '重庆市职称申报评审表：“从事何专业技术工作”改为“现从事何专业技术工作”',
      '相应调整19个用例',
      '共 13 项修改',
    ]);
    const { lines: json } = await shenbao(['diff', before, after, '--json']);
    const changes = JSON.parse(json.join('\n')) as Change[];
    const patches = changes.filter(({ kind: one }) => one === 'editFile').length;
    expect(patches / changes.length).toBeLessThanOrEqual(0.05);
  });

  it('hold for whoever files in 2027, while a case of 2026 goes on as it was', async () => {
    now = new Date('2027-03-01T01:00:00Z');
    const names = [nurse, unit, 'municipal'];
    for (const name of names) {
      await stage.logInAgain(name);
      later();
    }
    const applicant = await stage.person(nurse);
    // What serves has no examples any more; the files have them.
    const loaded = assemble(asRead(exported)).find((one) => one.definition.edition.id === '2027');
    if (!loaded) throw new Error('there is no 2027');
    const edition = compileEdition(loaded.definition, compiling);
    await quiet();
    const next = await stage.fill(applicant, 'nursing-complete', edition);
    const basicOf = async (one: string) => asObject((await stage.view(applicant, one)).sections.basic?.value);
    const { overseas: _answer, ...asked } = await basicOf(next);
    // The people of the examples are a year younger, whoever registered is not.
    const { birthDate = null } = await basicOf(old);
    const others = { ...asked, birthDate };
    await stage.save(applicant, next, 'basic', others);
    const refused = await stage.refused(applicant, next, 'SUBMIT');
    expect(refused.body.problems?.map(({ path }) => path)).toEqual(['/basic/overseas']);
    await stage.save(applicant, next, 'basic', { ...others, overseas: 'no' });
    await stage.fire(applicant, next, 'SUBMIT');
    for (const one of [next, old])
      expect(await stage.passAll(one, names.slice(1), OPINION)).toEqual(['level1']);
    const sheetOf = async (one: string) =>
      (await applicant.get(`/api/cases/${one}/sheets/review-form?format=html`)).text;
    expect(await sheetOf(next)).toContain('现从事何专业技术工作');
    expect(await sheetOf(old)).not.toContain('现从事何专业技术工作');
    expect((await stage.view(applicant, next)).edition).not.toBe(first);
    expect((await stage.view(applicant, old)).edition).toBe(first);
  });

  it('are gone back from: nothing is begun in 2027 any more, and what was goes on', async () => {
    later();
    const { name } = officers;
    await stage.logInAgain(name);
    later();
    const act = { cycle: '2027', act: 'retire', why: '通知延期', code: stage.code(name) };
    const second = await stage.person(name);
    await second.must(second.post('/api/publications', act));
    expect((await server.services.editions.current()).hash).toBe(first);
  });

  /** A command of the shell, against this server where it needs one: its exit code and what it prints. */
  async function shenbao(words: string[], client?: Client): Promise<{ code: number; lines: string[] }> {
    const lines: string[] = [];
    const log = vi
      .spyOn(console, 'log')
      .mockImplementation((line) => void lines.push(...String(line).split('\n')));
    later();
    vi.stubEnv('SHENBAO_PASSWORD', PASSWORD);
    vi.stubEnv('SHENBAO_CODE', stage.code(officers.name) ?? '');
    try {
      const at = client ? ['--server', server.origin, '--user', officers.name] : [];
      return { code: await main([...words, ...at]), lines };
    } finally {
      log.mockRestore();
      vi.unstubAllEnvs();
    }
  }
});
