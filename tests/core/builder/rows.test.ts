import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from '#core/assemble/index.ts';
import {
  comparisonsFor,
  logicOf,
  type Row,
  readables,
  rowOf,
  viewed,
  viewOf,
  withComparison,
} from '#core/builder/index.ts';
import { isObject, type Json } from '#core/json/index.ts';
import { FOLDERS, filesOf } from '../change/folders.ts';

const FOLDERS_OF_RULES = {
  ...FOLDERS,
  ...Object.fromEntries(
    ['appeal', 'back', 'batch', 'chain', 'parallel', 'shared'].map((one) => [one, `starters/${one}`]),
  ),
};

const programmes = await Promise.all(
  Object.entries(FOLDERS_OF_RULES).map(async ([name, folder]) => ({ name, files: await filesOf(folder) })),
);

/** Every value in these files, whatever it is: logic is among them. */
function* valuesIn(value: Json): Generator<Json> {
  yield value;
  const inner = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  for (const one of inner) yield* valuesIn(one);
}

const all = programmes.map(({ name, files }) => ({
  name,
  values: files.flatMap(({ json }) => (json === undefined ? [] : [...valuesIn(json)])),
}));

const text = (value: unknown): string => JSON.stringify(value);

describe.each(all)('whatever stands in $name', ({ values }) => {
  it('goes through the rows without a byte changed', () => {
    expect(values.length).toBeGreaterThan(20);
    const changed = values.filter((one) => text(logicOf(rowOf(one))) !== text(one));
    expect(changed).toEqual([]);
    const compared = values.map((one): Json => ({ '==': [one, 1] }));
    expect(compared.filter((one) => text(logicOf(rowOf(one))) !== text(one))).toEqual([]);
  });
});

const OPERATORS = ['and', 'or', '!', '==', 'in', 'answered', 'use', 'var', 'code', 'months', 'map', 'never'];
const { logic } = fc.letrec((tie) => ({
  logic: fc.oneof({ maxDepth: 5 }, fc.jsonValue({ maxDepth: 1 }), tie('call'), fc.array(tie('logic'))),
  call: fc
    .tuple(fc.constantFrom(...OPERATORS), fc.oneof(fc.array(tie('logic'), { maxLength: 3 }), tie('logic')))
    .map(([name, operands]) => ({ [name]: operands })),
}));

it('any logic goes through, also what nobody would write', () => {
  fc.assert(
    fc.property(logic as fc.Arbitrary<Json>, (one) => {
      expect(text(logicOf(rowOf(one)))).toBe(text(one));
    }),
  );
});

/** The rows that stand alone or in groups. */
function leaves(row: Row): Row[] {
  if (row.kind === 'group') return row.rows.flatMap(leaves);
  return row.kind === 'not' && row.row.kind === 'group' ? leaves(row.row) : [row];
}

const edition = assemble(programmes.find(({ name }) => name === 'titles')?.files ?? []).at(0);
if (!edition) throw new Error('there is no edition');
const { definition } = edition;
const rules = definition.categories.flatMap((category) => [
  ...(category.rules ?? []),
  ...category.sections.flatMap((section) => section.rules ?? []),
]);
const rows = rules.flatMap(({ when, require }) =>
  [when, require].flatMap((one) => (one === undefined ? [] : leaves(rowOf(one)))),
);

it('most conditions of a real programme can be edited as rows', () => {
  const editable = rows.filter((row) => viewOf(row) !== undefined);
  expect(rows.length).toBeGreaterThan(200);
  expect(editable.length / rows.length).toBeGreaterThan(0.9);
});

it('a row with the same subject and object is the same row, and one with another comparison has it', () => {
  for (const row of rows) {
    const view = viewOf(row);
    if (!view) continue;
    expect(text(logicOf(viewed(row, view)))).toBe(text(logicOf(row)));
    for (const comparison of comparisonsFor('any'))
      expect(viewOf(withComparison(view, comparison))?.comparison).toBe(comparison);
  }
});

it('offers what can be read by titles, with the values of code lists and the comparisons of their kind', () => {
  const category = definition.categories.find(({ account }) => account === undefined);
  const section = category?.sections.find(({ kind }) => kind === 'table');
  const found = readables({ definition, category, section }, 'zh-CN');
  const groups = new Set(found.map(({ group }) => group));
  expect([...groups].sort()).toEqual(
    ['case', 'cycle', 'facts', 'files', 'form', 'account', 'row', 'unit'].sort(),
  );
  expect(found.filter(({ title }) => title === '')).toEqual([]);
  const level = found.find(({ path }) => path === 'application.basic.degree.level');
  expect(level?.kind).toBe('choice');
  expect(level?.choices?.length).toBeGreaterThan(2);
  expect(comparisonsFor('choice')).not.toContain('less');
  expect(comparisonsFor('choice', 'less')).toContain('less');
});
