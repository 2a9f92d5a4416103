import { describe, expect, it } from 'vitest';
import { resolveAnswers } from '#core/evaluate/index.ts';
import type { Application, Facts, JsonObject } from '#core/model/index.ts';
import { openCase } from '#core/validate/index.ts';
import { measureSheet, overflowProblems, renderSheet } from '#server/print/index.ts';
import { byId, compile, loadEdition } from './edition.ts';

const loaded = await loadEdition();
const edition = compile(loaded);
const { cases } = loaded.definition;
const open = (id: string) => openCase(edition, byId(cases, id), cases);
const print = (sheet: string, { application, facts }: { application: Application; facts: Facts }) =>
  renderSheet(edition, application, facts, sheet);
const tagged = (id: string, ...tags: string[]) => {
  const { application, facts } = open(id);
  return { application, facts: { ...facts, case: { ...facts.case, tags } } };
};

it.each(
  cases
    .filter((one) => one.expects.valid === true && open(one.id).application.sections.cover !== undefined)
    .map((one) => [one.id]),
)('%s prints texts alone', (id) => {
  for (const sheet of loaded.definition.sheets)
    expect(print(sheet.id, open(id))).not.toContain('[object Object]');
});

describe('publicity sheet', () => {
  const sheet = print('publicity-sheet', open('clinical-complete'));

  it('shows the month of birth, never the day nor the ID number', () => {
    expect(sheet).toContain('1980年01月');
    expect(sheet).not.toContain('1980-01-01');
    expect(sheet).not.toContain('500000198001010011');
  });

  it('leaves out earlier achievements and unticked papers', () => {
    expect(sheet).toContain('演示论文一');
    expect(sheet).not.toContain('演示论文二');
    expect(sheet).not.toContain('任现职前演示项目');
  });

  it('carries no watermark before the unit has delivered', () => {
    expect(sheet).not.toContain('草稿');
  });

  it('shows the workload of the five years before the cycle', () => {
    for (const year of ['2021年', '2022年', '2023年', '2024年', '2025年']) expect(sheet).toContain(year);
    expect(sheet).not.toContain('2020年');
  });
});

describe('settings', () => {
  const blankRows = (settings: Record<string, number>) => {
    const { application, facts } = open('clinical-complete');
    return (
      renderSheet(edition, application, facts, 'publicity-sheet', { settings }).match(/class="blank"/g)
        ?.length ?? 0
    );
  };

  it('fill the five blocks of the publicity sheet with empty rows', () => {
    const blocks = ['studyBlank', 'workBlank', 'workloadBlank', 'achievementBlank', 'paperBlank'];
    const none = Object.fromEntries(blocks.map((block) => [block, 0]));
    expect(blankRows({})).toBeGreaterThan(20);
    expect(blankRows(none)).toBe(0);
    for (const block of blocks) expect(blankRows({ ...none, [block]: 3 })).toBe(3);
  });

  it('set the paper of the two prints', () => {
    expect(byId(loaded.definition.sheets, 'publicity-sheet')).toMatchObject({
      paper: { size: 'A3', orientation: 'landscape' },
      pages: 1,
    });
    expect(byId(loaded.definition.sheets, 'review-form')).toMatchObject({
      paper: { size: 'A4', orientation: 'portrait' },
    });
    expect(byId(loaded.definition.sheets, 'review-form').pages).toBeUndefined();
  });
});

describe('review form', () => {
  it('is a draft until the level-1 unit has delivered', () => {
    expect(print('review-form', tagged('clinical-complete', 'inReview'))).toContain('草稿');
    expect(print('review-form', tagged('clinical-complete', 'passed'))).toContain('草稿');
    expect(print('review-form', tagged('clinical-complete', 'official'))).not.toContain('草稿');
  });

  it('has no heading for the exam of chief titles nor for an archive check that is not asked for', () => {
    const chief = print('review-form', open('trap-29-chief-no-exam'));
    expect(chief).not.toContain('专业考试成绩');
    expect(chief).not.toContain('查档情况');
    expect(print('review-form', open('clinical-complete'))).toContain('专业考试成绩');
  });

  it('ticks what the applicant confessed and leaves the other boxes empty', () => {
    expect(print('review-form', open('clinical-complete')).match(/□/g)).toHaveLength(16);
    const confessed = print('review-form', open('trap-44-confession-warns'));
    expect(confessed).toContain('√　严重医患纠纷');
    expect(confessed.match(/□/g)).toHaveLength(15);
  });

  it('prints the archive check of other personnel', () => {
    expect(print('review-form', open('trap-22-archive-complete'))).toContain('经查阅档案，情况属实。');
    expect(print('review-form', open('trap-22-no-archive-soe'))).not.toContain('不应保留的内容');
  });

  it('writes what stands in one cell once, without double blanks', () => {
    const { application, facts } = open('clinical-complete');
    const none = { obtainedOn: '无', scope: '无' };
    const basic = { ...(application.sections.basic as object), practiceLicence: none };
    const sheet = print('review-form', {
      application: { ...application, sections: { ...application.sections, basic } },
      facts,
    });
    expect(sheet).not.toMatch(/无[\s　]*无/);
    expect(sheet).toMatch(/执业范围<\/th><td[^>]*>无<\/td>/);
  });

  it('has room for the district commission beside what another desk of the district signs', () => {
    const { application, facts } = open('clinical-complete');
    const unit = { ...facts.unit, kind: 'districtOtherSub' };
    const signed = { opinion: '同意上报。', signatory: '甲', signedOn: '2026-05-08' };
    const recommendation = { ...(application.sections.recommendation as object), commission: signed };
    const sections = { ...application.sections, recommendation };
    const sheet = print('review-form', {
      application: { ...application, sections },
      facts: { ...facts, unit } as Facts,
    });
    expect(sheet).toMatch(/区县卫生健康行政部门意见：<\/p><p class="opinion">同意上报。/);
    expect(print('review-form', open('clinical-complete'))).not.toContain('区县卫生健康行政部门意见');
  });
});

describe('a publicity sheet that is too full', () => {
  const { application, facts } = open('clinical-complete');
  const full = (length: number): Application => {
    const row = { period: '2020.01至2021.12', name: '甲'.repeat(length), role: '主持', result: '完成' };
    const achievements = Array.from({ length: 10 }, (_, index) => ({ ...row, id: `r${index}` }));
    return { ...application, sections: { ...application.sections, achievements } };
  };
  const problems = (length: number) => {
    const resolved = resolveAnswers(edition, full(length), facts);
    const sheet = byId(loaded.definition.sheets, 'publicity-sheet');
    const fit = measureSheet(edition, full(length), facts, sheet.id);
    return fit ? overflowProblems(edition, resolved, sheet, fit) : undefined;
  };

  it('names the answers that are too long, and by how much', () => {
    expect(problems(20)).toEqual([]);
    const found = problems(900) ?? [];
    expect(found[0]).toMatchObject({ path: '/achievements/0/name', code: 'overflow', severity: 'block' });
    expect(found[0]?.message).toMatch(
      /^《.*公示）表》不止 1 页：任职以来主要专业技术业绩第 1 行第 2 格减 \d+ 字可少 \d+ 行；共需减 \d+ 行$/,
    );
    expect(found.map(({ path }) => path)).toEqual([...new Set(found.map(({ path }) => path))]);
  });

  it('names row by row what to cut, in these words', () => {
    const written = full(20);
    const rows = (written.sections.achievements ?? []) as JsonObject[];
    const achievements = rows.map((row, index) => ({
      ...row,
      name: `${index}${'甲'.repeat(index < 2 ? 700 : 450)}`,
    }));
    const application = { ...written, sections: { ...written.sections, achievements } };
    const sheet = byId(loaded.definition.sheets, 'publicity-sheet');
    const fit = measureSheet(edition, application, facts, sheet.id);
    const found = fit && overflowProblems(edition, resolveAnswers(edition, application, facts), sheet, fit);
    const title = '《重庆市卫生系列高级专业技术职务任职资格评审综合情况（公示）表》';
    const block = '任职以来主要专业技术业绩';
    expect(found?.map(({ message }) => message)).toEqual([
      `${title}不止 1 页：${block}第 1 行第 2 格减 670 字可少 23 行；共需减 74 行`,
      `${title}不止 1 页：${block}第 2 行第 2 格减 670 字可少 23 行；共需减 74 行`,
      `${title}不止 1 页：${block}第 3 行第 2 格减 420 字可少 14 行；共需减 74 行`,
      `${title}不止 1 页：${block}第 4 行第 2 格减 420 字可少 14 行；共需减 74 行`,
    ]);
    expect(found?.map(({ path }) => path)).toEqual([0, 1, 2, 3].map((row) => `/achievements/${row}/name`));
  });
});
