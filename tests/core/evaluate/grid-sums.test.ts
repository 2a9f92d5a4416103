import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, explain, present } from '#core/evaluate/index.ts';
import type { Definition, JsonObject, SectionDefinition } from '#core/model/index.ts';
import { validate } from '#core/validate/index.ts';
import { applicationWith, edition, facts } from '../compile/tiny.ts';

const money = { type: 'number', multipleOf: 0.01, number: '#,##0.00', blank: '/' } as const;
const grid: SectionDefinition = {
  id: 'costs',
  title: 'Costs',
  kind: 'grid',
  sheets: ['form'],
  columns: [
    { id: 'a', title: 'First' },
    { id: 'b', title: 'Second' },
  ],
  cells: { money, parts: { type: 'object', properties: { all: { type: 'number', title: 'all' } } } },
  items: [
    { id: 'soil', title: 'Soil', cell: 'money' },
    { id: 'seed', title: 'Seed', cell: 'money', visibleWhen: { '!=': [{ var: 'case.round' }, 9] } },
    { id: 'split', title: 'Split', cell: 'parts' },
    { id: 'most', title: 'Most', cell: 'money', derive: { max: { values: { var: 'cells' } } } },
  ],
  own: { max: 5, title: 'Further', cell: 'money' },
  sums: { cell: 'money', down: 'Total', across: 'Both' },
};
const sheets: Definition['sheets'] = [
  {
    id: 'form',
    title: 'Form',
    paper: { size: 'A4', orientation: 'portrait' },
    formats: ['html'],
    template: '',
    css: '',
  },
];
const compiled = edition([grid], { sheets });
const answers = (cells: JsonObject, own: JsonObject[] = []) =>
  applicationWith({
    costs: {
      cells,
      marks: {},
      own: own.map((row, index) => ({ id: `o${index}`, title: 'Own', cells: row })),
    },
  });
const answered = answers(
  { soil: { a: 0.1, b: 1_200 }, seed: { a: 0.2, b: '/' }, split: { a: { all: 50 } } },
  [{ a: 0.07, b: 0.07 }, { a: '/' }],
);
const sumsOf = (application: ReturnType<typeof answers>, more = facts) =>
  (evaluate(compiled, application, more).values.costs as { cells: JsonObject }).cells.sum;

describe('the sums of a grid', () => {
  it('count what people fill in as numbers, and what they add, exactly', () => {
    expect(sumsOf(answered)).toEqual({ a: 0.37, b: 1200.07 });
    expect(sumsOf(answers({}))).toEqual({ a: 0, b: 0 });
  });

  it('leave out what is hidden', () => {
    expect(sumsOf(answered, { ...facts, case: { round: 9 } })).toEqual({ a: 0.17, b: 1200.07 });
  });

  it('stand on sheets as the last line and the last column', () => {
    const view = present(compiled, answered, facts, 'form').sections.costs;
    expect(view?.columns.map(({ title }) => title)).toEqual(['First', 'Second', 'Both']);
    expect(view?.items.map(({ title, cells }) => [title, ...cells])).toEqual([
      ['Soil', '0.10', '1,200.00', '1,200.10'],
      ['Seed', '0.20', '/', '0.20'],
      ['Split', '50', '', ''],
      ['Own', '0.07', '0.07', '0.14'],
      ['Own', '/', '', ''],
      ['Most', expect.anything(), expect.anything(), expect.anything()],
      ['Total', '0.37', '1,200.07', '1,200.44'],
    ]);
  });

  it('down and across come to the same', () => {
    const cents = fc.integer({ min: 0, max: 1e9 }).map((units) => Number(`${units}e-2`));
    const line = fc.record({ a: cents, b: cents });
    fc.assert(
      fc.property(line, fc.array(line, { maxLength: 5 }), (soil, own) => {
        const lines = [soil, ...own];
        const units = (key: 'a' | 'b') => lines.reduce((total, one) => total + Math.round(one[key] * 100), 0);
        expect(sumsOf(answers({ soil }, own))).toEqual({ a: units('a') / 100, b: units('b') / 100 });
      }),
    );
  });

  it('are computed and never handed in', () => {
    const { values } = evaluate(compiled, answered, facts);
    expect(validate(compiled, applicationWith({ costs: values.costs ?? null }), facts)).toEqual([]);
  });

  it('say why they are what they are', () => {
    const { derived } = explain(compiled, answered, facts, '/costs/cells/sum/a');
    expect(derived).toMatchObject({ value: 0.37 });
    expect(derived?.sentence).toContain('“Total”');
    expect(derived?.sentence).toContain('“Further”');
  });
});
