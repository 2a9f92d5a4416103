import { describe, expect, it } from 'vitest';
import { assemble } from '#core/assemble/index.ts';
import {
  type Change,
  diff,
  invert,
  type LeafEffect,
  mends,
  outcomeMends,
  sentence,
} from '#core/change/index.ts';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import { asList, asObject } from '#core/json/index.ts';
import { lint } from '#core/lint/index.ts';
import type { LoadedEdition, SourceFile } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { runCase } from '#core/validate/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';
import { allMade, bytesOf, FOLDERS, filesOf, made } from './folders.ts';

const files = await filesOf(FOLDERS.titles);
const cycle = '2027';
const at = { cycle, section: 'basic' };
const compiling = { validators: ajvValidators(), routes: compileRoute };

/** A cycle that may have code lists and expressions of its own has them; else the shared ones are changed. */
const own = identifyFile(`${cycle}/codes/a.json`) ? { cycle } : {};
const facts = JSON.stringify(files.find(({ path }) => path === '2026/edition.json')?.json);
const hasFacts = facts.includes('exemptionYears');

const EXEMPTION: Change[] = hasFacts
  ? [{ kind: 'setFact', cycle, fact: 'exemptionYears', value: 3 }]
  : [
      {
        ...{ kind: 'setNumber', ...own, part: 'expression', id: 'ageExemption', number: 3 },
        way: ['logic', '<', '1', 'addYears', '1'],
      },
    ];
const PAPERS: Change = hasFacts
  ? { kind: 'setFact', cycle, category: 'pharmacy', fact: 'maxPapers', value: 5 }
  : { kind: 'setLimit', cycle, section: 'papers', category: 'pharmacy', limit: 'maxItems', value: 5 };

/** A column goes by its id, or by its title. */
const columns = asList(asObject(files.find(({ path }) => path === '2026/rosters/review.json')?.json).columns);
const column = (title: string): string =>
  String(asObject(columns.find((one) => asObject(one).title === title)).id ?? title);

/** What a policy officer does to the notice of one year to make that of the next, act by act. */
const ACTS: Change[][] = [
  [{ kind: 'cloneCycle', from: '2026', to: '2027' }],
  [{ kind: 'setDate', cycle, name: 'opensAt', text: '2027-02-15T00:00:00+08:00' }],
  [
    {
      ...{
        kind: 'addItem',
        cycle,
        section: 'workload',
        category: 'nursing',
        item: 'infusions',
        after: 'rescues',
      },
      element: { title: '静脉治疗例数', unit: '例', cell: 'count', source: 'to be confirmed' },
    },
  ],
  [{ kind: 'removeItem', cycle, section: 'workload', category: 'clinical', item: 'recordGuidance' }],
  [PAPERS],
  EXEMPTION,
  [
    {
      ...{ kind: 'addField', ...at, field: 'overseas', isRequired: true, after: 'currentWork' },
      schema: { type: 'string', code: 'yesNo', title: '是否有国（境）外工作经历', sheets: ['review-form'] },
      ui: { widget: 'radio', span: 12 },
      element: {
        ...{ id: 'overseasProof', title: '国（境）外工作证明', at: '/overseas', source: 'to be confirmed' },
        requiredWhen: { '==': [{ var: 'application.basic.overseas' }, 'yes'] },
      },
    },
    { kind: 'printField', ...at, sheet: 'review-form', field: 'overseas', like: 'currentWork' },
  ],
  [
    {
      ...{ kind: 'addCode', ...own, list: 'applicationType', code: 'talent' },
      element: { title: '人才引进', validFrom: '2027-01-01' },
    },
  ],
  [
    {
      ...{
        kind: 'insertStage',
        cycle,
        route: 'application',
        state: 'pending.centre',
        like: 'pending.level2',
      },
      ...{ title: '待市评审中心审核', desk: 'centre', name: '市评审中心' },
      finder: {
        child: ['directInstitution'],
        of: 'municipal',
        where: { '==': [{ var: 'unit.name' }, '市评审中心'] },
      },
      arrows: [
        { state: 'pending.level1', event: 'PASS', target: 'passedL1' },
        { state: 'pending.reformOffice', event: 'PASS' },
      ],
    },
  ],
  [{ kind: 'renameColumn', cycle, roster: 'review', column: column('工作单位'), title: '申报单位' }],
  [{ kind: 'moveColumn', cycle, roster: 'review', column: column('联系电话'), after: column('姓名') }],
  [
    {
      kind: 'editSentence',
      cycle,
      sheet: 'review-form',
      find: '从事何专业技术工作',
      text: '现从事何专业技术工作',
    },
  ],
];

/** Kinds after which an example may rightly come out otherwise. */
const DECIDES = new Set(['setFact', 'setLimit', 'setNumber']);

type Done = { change: Change; effects: LeafEffect[] };

/** An act with what the examples need after it. */
function act(
  start: readonly SourceFile[],
  changes: Change[],
): { files: readonly SourceFile[]; done: Done[] } {
  const done: Done[] = [];
  let now = start;
  const make = (change: Change) => {
    const result = made(now, change);
    done.push({ change, effects: result.effects });
    now = result.files;
  };
  for (const change of changes) {
    const needed = mends(now, change);
    make(change);
    needed.forEach(make);
  }
  if (changes.some(({ kind }) => DECIDES.has(kind))) outcomeMends(start, now, compiling).forEach(make);
  return { files: now, done };
}

const errorsOf = (loaded: LoadedEdition) =>
  lint(loaded)
    .filter(({ severity }) => severity === 'error')
    .map(({ message, file, pointer }) => `${file}${pointer}: ${message}`);

function redOf(loaded: LoadedEdition): string[] {
  const edition = compileEdition(loaded.definition, compiling);
  const { cases } = loaded.definition;
  return cases.filter((one) => !runCase(edition, one, cases).passed).map(({ id }) => id);
}

/** After which act the third is taken back. */
const UNDONE_AFTER = 7;

let now: readonly SourceFile[] = files;
const log: Done[][] = [];
for (const [index, changes] of ACTS.entries()) {
  const result = act(now, changes);
  now = result.files;
  log.push(result.done);
  if (index !== UNDONE_AFTER) continue;
  for (const { change, effects } of (log[2] ?? []).toReversed())
    now = made(now, invert(change, effects)).files;
}

describe('the changes of one year to the next', () => {
  it('leave lint clean and the examples green, but for what is to be decided', () => {
    const editions = assemble([...now]);
    expect(editions.flatMap(errorsOf)).toEqual([]);
    expect(editions.map(redOf)).toEqual([[], ['age-exempt-last-day']]);
  });

  it('leave the cycle before as it was', () => {
    // An expression that both cycles share changes the outcome of both.
    const isWhole = hasFacts || 'cycle' in own;
    const earlier = (some: readonly SourceFile[]) =>
      bytesOf(
        some.filter(({ path }) => path.startsWith('2026/') && (isWhole || !path.startsWith('2026/cases/'))),
      );
    expect(earlier(now)).toEqual(earlier(files));
  });

  it('take the third back after the others', () => {
    const nursing = now.find(({ path }) => path === '2027/categories/nursing.json');
    const before = files.find(({ path }) => path === '2026/categories/nursing.json');
    expect(nursing?.text).not.toContain('infusions');
    expect(hasFacts || nursing?.text).toEqual(hasFacts || before?.text);
  });

  it('are found again between the two folders, in sentences', () => {
    const found = diff(files, now);
    let reading: readonly SourceFile[] = files;
    const sentences = found.map((change) => {
      const line = sentence(change, reading, 'zh-CN');
      reading = made(reading, change).files;
      return line;
    });
    expect(sentences).toEqual(
      expect.arrayContaining([
        '由「2026年度」复制出「2027」',
        '任现职以来的工作量（近5年） · 临床：去掉「指导下级医生病历书写」',
        '基本信息：添加「是否有国（境）外工作经历」，并要求上传材料',
        '代码表「申报类别」：自2027-01-01起增加「人才引进」',
        '评审表审核：在待一级单位审核、待区县职改办审核与「审核通过，待提交市卫健委」之间插入「待市评审中心审核」',
        '花名册：列「工作单位」改名为「申报单位」',
        '花名册：列「联系电话」移到「姓名」之后',
        '重庆市职称申报评审表：“从事何专业技术工作”改为“现从事何专业技术工作”',
      ]),
    );
    expect(sentences.length).toBeLessThanOrEqual(15);
    expect(found.filter(({ kind }) => kind === 'editFile')).toEqual([]);
    expect(bytesOf(allMade(files, found))).toEqual(bytesOf(now));
  });
});
