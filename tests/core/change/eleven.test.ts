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
import { lint } from '#core/lint/index.ts';
import type { LoadedEdition, SourceFile } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { runCase } from '#core/validate/index.ts';
import { ELEVEN, TAKEN_BACK } from './eleven-changes.ts';
import { allMade, bytesOf, FOLDERS, filesOf, made } from './folders.ts';

const files = await filesOf(FOLDERS.titles);
const compiling = { validators: ajvValidators(), routes: compileRoute };

/** Kinds after which an example may rightly come out otherwise. */
const DECIDES = new Set(['setFact', 'setLimit', 'setNumber']);

type Done = { change: Change; effects: LeafEffect[] };

/** An act with what the examples need after it. */
function act(
  start: readonly SourceFile[],
  changes: readonly Change[],
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

let now: readonly SourceFile[] = files;
const log: Done[][] = [];
for (const [index, changes] of ELEVEN.entries()) {
  const result = act(now, changes);
  now = result.files;
  log.push(result.done);
  if (index !== TAKEN_BACK.after) continue;
  for (const { change, effects } of (log[TAKEN_BACK.act] ?? []).toReversed())
    now = made(now, invert(change, effects)).files;
}

describe('the changes of one year to the next', () => {
  it('leave lint clean and the examples green, but for what is to be decided', () => {
    const editions = assemble([...now]);
    expect(editions.flatMap(errorsOf)).toEqual([]);
    expect(editions.map(redOf)).toEqual([[], ['age-exempt-last-day']]);
  });

  it('leave nothing to be decided where examples of the copied cycle may follow', () => {
    const begun = ELEVEN[0]?.[0];
    if (!begun) throw new Error('no cycle begins');
    const mended = outcomeMends(made(files, begun).files, now, compiling, new Set(['2027']));
    const [, next] = assemble([...allMade(now, mended)]);
    expect(next && redOf(next)).toEqual([]);
  });

  it('leave the cycle before as it was', () => {
    const earlier = (some: readonly SourceFile[]) =>
      bytesOf(some.filter(({ path }) => path.startsWith('2026/')));
    expect(earlier(now)).toEqual(earlier(files));
  });

  it('take the third back after the others', () => {
    const nursing = now.find(({ path }) => path === '2027/categories/nursing.json');
    expect(nursing?.text).not.toContain('infusions');
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
