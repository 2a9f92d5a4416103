import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Application, Facts, Json, JsonObject } from '#core/model/index.ts';
import { openCase } from '#core/validate/index.ts';
import { openPrinter, renderPaper, renderSheet } from '#server/print/index.ts';
import { byId, CATEGORIES, compile, loadEdition } from '../../definitions/edition.ts';
import { sampled } from '../../promises/scale.ts';

const loaded = await loadEdition();
const edition = compile(loaded);
const { cases } = loaded.definition;
const printer = openPrinter(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium');
const folder = mkdtempSync(join(tmpdir(), 'sheets-test-'));
afterAll(async () => {
  await printer.close();
  rmSync(folder, { recursive: true });
});

type Opened = { application: Application; facts: Facts };
const open = (id: string): Opened => openCase(edition, byId(cases, id), cases);
const tagged = ({ application, facts }: Opened, ...tags: string[]): Opened => ({
  application,
  facts: { ...facts, case: { ...facts.case, tags } },
});
const html = (sheet: string, { application, facts }: Opened): string =>
  renderSheet(edition, application, facts, sheet);
const completeOf = (category: string) =>
  cases.find((one) => one.category === category && one.expects.valid === true && one.extends === undefined);

type Printed = { pages: string[]; width: number; height: number };

/** A sheet as paper: its size in millimetres and the text of each page without blanks. */
async function printed(sheet: string, opened: Opened): Promise<Printed> {
  const file = join(folder, `${sheet}.pdf`);
  const { application, facts } = opened;
  writeFileSync(file, await printer.pdf(renderPaper(edition, application, facts, sheet)));
  const [width = 0, height = 0] =
    /Page size:\s+([\d.]+) x ([\d.]+)/
      .exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))
      ?.slice(1) ?? [];
  const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' });
  const pages = text
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s/g, ''));
  const millimetres = (points: string | number) => Math.round((Number(points) / 72) * 25.4);
  return { pages, width: millimetres(width), height: millimetres(height) };
}

const PAPER = { 'review-form': [210, 297], 'workload-sheet': [210, 297], 'publicity-sheet': [420, 297] };

describe.each(sampled(CATEGORIES, 4))('%s', (category) => {
  const opened = open(completeOf(category)?.id ?? '');
  const { title } = byId(loaded.definition.categories, category);

  it('prints the review form on A4, its pages counted and none of them empty', async () => {
    const { pages, width, height } = await printed('review-form', tagged(opened, 'official'));
    expect([width, height]).toEqual(PAPER['review-form']);
    expect(pages[0]).toContain(`重庆市职称申报评审表（${title}）`);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`第${index + 1}页共${pages.length}页`);
      expect(page.length).toBeGreaterThan(60);
    }
  });

  it('prints the workload on one A4 with its code', async () => {
    const { pages, width, height } = await printed('workload-sheet', opened);
    expect([width, height]).toEqual(PAPER['workload-sheet']);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatch(/核对码：[0-9A-F]{8}/);
    expect(pages[0]).toContain('单位负责人（签字）');
  });

  it('prints the publicity sheet on one A3 under its own title', async () => {
    const { pages, width, height } = await printed('publicity-sheet', opened);
    expect([width, height]).toEqual(PAPER['publicity-sheet']);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain(`重庆市卫生系列（${title}）高级专业技术职务任职资格评审综合情况（公示）表`);
  });
});

/** So many rows, each with the texts of its number. */
const rows = (count: number, row: (n: number) => JsonObject): Json =>
  Array.from({ length: count }, (_, index) => ({ id: `r${index}`, ...row(index + 1) }));

/** Every table full: what the busiest applicant hands in. */
function full(): Opened {
  const { application, facts } = open('clinical-complete');
  const period = (n: number) => `20${10 + n}.01-20${10 + n}.12`;
  const sections: JsonObject = {
    study: rows(8, (n) => ({
      period: period(n),
      content: `第${n}次专科进修与规范化培训师资学习`,
      place: '演示教学医院心血管内科进修学习中心',
      certNo: `DEMO-2026-000${n}`,
    })),
    work: rows(8, (n) => ({
      period: period(n),
      unit: '演示直属医院心血管内科一病区（测试单位）',
      work: '心血管内科临床诊疗与教学工作',
      title: `第${n}职务/病区负责人`,
    })),
    achievements: rows(10, (n) => ({
      period: period(n),
      name: `演示课题第${n}项：基层高血压患者分级管理模式的建立与应用研究及其效果评价`,
      role: '主持，负责方案设计、组织实施、质量控制与结果分析，指导三名下级医师完成资料收集',
      result:
        '已结题，获演示区科技进步三等奖，成果在本区十二家单位推广应用，发表论文两篇，培训基层医务人员一百二十人次',
    })),
    papers: rows(6, (n) => ({
      date: `20${20 + n}-06`,
      name: `演示论文第${n}篇：社区老年高血压合并糖尿病患者综合干预效果的对照研究。比较两组患者的血压血糖控制率与再住院率，干预组均优于对照组`,
      publication: '《演示医学杂志》2023年第9卷第6期，第123至128页，中文核心期刊',
      rank: '第一作者',
      mark: true,
    })),
    priorAchievements: rows(10, (n) => ({
      period: period(n),
      name: `任现职前第${n}项质量改进`,
      role: '参与，排名第三，负责资料收集与随访',
      result: '完成并在全院推广，差错率下降两成',
    })),
    publicityResult: { from: '2026-04-13', to: '2026-04-20', result: '公示无异议' },
  };
  return { application: { ...application, sections: { ...application.sections, ...sections } }, facts };
}

describe('a full application', () => {
  it('fits on one publicity sheet, complete from the first cell to the last', async () => {
    const { pages } = await printed('publicity-sheet', full());
    expect(pages).toHaveLength(1);
    for (const text of ['第8次专科进修', '第8职务', '演示课题第10项', '演示论文第6篇', '公示无异议'])
      expect(pages[0]).toContain(text);
    expect(pages[0]).toContain('基层单位推荐意见（盖章）');
  });

  it('repeats the heads of a table on the next page', async () => {
    const { pages } = await printed('review-form', full());
    const withAchievements = pages.filter((page) => page.includes('演示课题第'));
    expect(withAchievements.length).toBeGreaterThan(1);
    for (const page of withAchievements) expect(page).toContain('任现职以来主要专业技术工作业绩');
    const rowsFound = pages.join('').match(/演示课题第\d+项/g) ?? [];
    expect(new Set(rowsFound).size).toBe(10);
    expect(rowsFound).toHaveLength(10);
  });
});

describe('what is not printed', () => {
  const applications = cases.filter(
    ({ id }) => !byId(loaded.definition.categories, open(id).application.category).account,
  );

  it.each(applications.map(({ id }) => [id]))(
    'the ID number is nowhere in the publicity sheet of %s',
    (id) => {
      const { application, facts } = open(id);
      const { idNumber } = facts.applicant.person as JsonObject;
      const page = html('publicity-sheet', { application, facts });
      const number = String(idNumber);
      expect(number).toMatch(/\S{6}/);
      expect(page).not.toContain(number);
      expect(page).not.toMatch(/(?<!\d)[1-9]\d{16}[\dX](?!\d)/);
    },
  );

  it('struck rows, on both sheets', async () => {
    const opened = full();
    const strikes = ['study', 'achievements', 'papers'].map((section) => ({ section, row: 'r1' }));
    const struck = { ...opened, application: { ...opened.application, strikes } };
    for (const sheet of ['review-form', 'publicity-sheet']) {
      const text = (await printed(sheet, struck)).pages.join('');
      for (const one of ['第2次专科进修', '演示课题第2项', '演示论文第2篇']) expect(text).not.toContain(one);
      for (const one of ['第3次专科进修', '演示课题第3项', '演示论文第3篇']) expect(text).toContain(one);
    }
  });

  it('unticked rows and items, on the publicity sheet alone', async () => {
    const opened = open('trap-27-unticked-workload');
    const { marks } = opened.application.sections.workload as { marks: Record<string, boolean> };
    const hidden = Object.keys(marks).filter((item) => marks[item] === false);
    const items = byId(
      byId(loaded.definition.categories, opened.application.category).sections,
      'workload',
    ).items;
    const titles = hidden.map((item) => byId(items ?? [], item).title);
    expect(titles.length).toBeGreaterThan(0);
    const publicity = (await printed('publicity-sheet', opened)).pages.join('');
    const form = (await printed('review-form', opened)).pages.join('');
    for (const title of titles) {
      expect(publicity).not.toContain(title);
      expect(form).toContain(title);
    }
  });
});

describe('the watermark', () => {
  const complete = open('clinical-complete');

  it('stands on every page of the review form until it is official', async () => {
    const draft = await printed('review-form', tagged(complete, 'passed'));
    const official = await printed('review-form', tagged(complete, 'official'));
    const count = ({ pages }: Printed, character: string) =>
      pages.map((page) => page.split(character).length - 1);
    // The two characters are slanted, so that text is between them.
    expect(count(draft, '草')).toEqual(draft.pages.map(() => 1));
    expect(count(official, '草')).toEqual(official.pages.map(() => 0));
    expect(count(draft, '稿')).toEqual(count(official, '稿').map((others) => others + 1));
    expect(draft.pages.map(({ length }) => length - 2)).toEqual(official.pages.map(({ length }) => length));
  });
});
