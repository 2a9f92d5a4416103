import { describe, expect, it } from 'vitest';
import {
  answerSteps,
  type Change,
  invert,
  migrate,
  moveAnswers,
  stepsBack,
  withTypedSince,
} from '#core/change/index.ts';
import type { JsonObject, SourceFile } from '#core/model/index.ts';

const files: SourceFile[] = [
  {
    path: '2026/sections/plan.json',
    json: {
      id: 'plan',
      kind: 'form',
      schema: { type: 'object', properties: { area: { type: 'string', code: 'areas' } } },
    },
  },
  { path: '2026/categories/standard.json', json: { id: 'standard' } },
  { path: '2026/categories/small.json', json: { id: 'small', extends: 'standard' } },
  { path: '2026/categories/large.json', json: { id: 'large' } },
];
const given = { files, category: 'small', cycle: '2026' };
const answers = {
  plan: { title: 'A pond', area: 'north', budget: 300 },
  costs: [
    { id: 'r1', what: 'Stone', amount: 20 },
    { id: 'r2', amount: 5 },
  ],
  hours: { cells: { digging: { '2025': 3 }, planting: { '2025': 4 } }, marks: { digging: true } },
};

const renamed: Change = { kind: 'renameField', section: 'costs', field: 'what', to: 'item' };
const removed: Change = { kind: 'removeField', section: 'plan', field: 'budget' };

describe('old answers in a newer edition', () => {
  it('move with a field that is called otherwise, in every row', () => {
    const { answers: next, setAside } = migrate(answers, [renamed], given);
    expect(next.costs).toEqual([
      { id: 'r1', amount: 20, item: 'Stone' },
      { id: 'r2', amount: 5 },
    ]);
    expect(setAside).toEqual([]);
  });

  it('are set aside where nothing asks for them, and never lost', () => {
    const item: Change = { kind: 'removeItem', section: 'hours', category: 'standard', item: 'digging' };
    const { answers: next, setAside } = migrate(answers, [removed, item], given);
    expect(next.plan).toEqual({ title: 'A pond', area: 'north' });
    expect(next.hours).toEqual({ cells: { planting: { '2025': 4 } }, marks: {} });
    expect(setAside.map(({ section, path, value }) => [section, path.join('/'), value])).toEqual([
      ['plan', 'budget', 300],
      ['hours', 'cells/digging', { '2025': 3 }],
      ['hours', 'marks/digging', true],
    ]);
  });

  it('follow a code to the one that took over, and leave one that is gone', () => {
    const ended: Change = {
      kind: 'endCode',
      list: 'areas',
      code: 'north',
      until: '2026-12-31',
      successor: 'hills',
    };
    expect(migrate(answers, [ended], given).answers.plan).toMatchObject({ area: 'hills' });
    const gone = migrate(answers, [{ kind: 'removeCode', list: 'areas', code: 'north' }], given);
    expect(gone.setAside).toMatchObject([{ section: 'plan', path: ['area'], value: 'north' }]);
  });

  it('do not feel a change of another form, nor one that was taken back', () => {
    const other: Change = { ...removed, category: 'large' };
    const back = invert(renamed, []);
    expect(migrate(answers, [other, renamed, back], given).answers).toEqual(answers);
    expect(migrate(answers, [renamed, back, invert(back, [])], given).answers.costs).toMatchObject([
      { item: 'Stone' },
      {},
    ]);
  });

  it('name what nobody can tell', () => {
    const patch: Change = { kind: 'editFile', file: '2026/sections/plan.json', operations: [] };
    expect(migrate(answers, [patch], given)).toEqual({
      answers,
      setAside: [],
      unclear: [{ forms: null, op: 'unclear', kind: 'editFile', file: '2026/sections/plan.json' }],
    });
  });

  it('do not feel what is changed for another cycle', () => {
    const next: Change = { ...removed, cycle: '2027' };
    const patch: Change = { kind: 'editFile', file: '2027/sections/plan.json', operations: [] };
    expect(migrate(answers, [next, patch], given)).toEqual({ answers, setAside: [], unclear: [] });
  });
});

describe('answers that go back', () => {
  const steps = answerSteps([renamed, removed], given);
  const base = moveAnswers(answers, steps, 'small').answers;
  const back = (now: JsonObject): JsonObject => {
    const [was, is] = [base, now].map((one) => moveAnswers(one, stepsBack(steps), 'small').answers);
    return withTypedSince(answers, was ?? {}, is ?? {});
  };

  it('are what they were, what was set aside too', () => {
    expect(back(base)).toEqual(answers);
  });

  it('keep what was typed since, under its old name, and rows that came and went', () => {
    const costs = [
      { id: 'r1', amount: 25, item: 'Slate' },
      { id: 'r3', amount: 1, item: 'Nails' },
    ];
    expect(back({ ...base, plan: { title: 'Two ponds', area: 'north' }, costs })).toEqual({
      ...answers,
      plan: { title: 'Two ponds', area: 'north', budget: 300 },
      costs: [
        { id: 'r1', amount: 25, what: 'Slate' },
        { id: 'r3', amount: 1, what: 'Nails' },
      ],
    });
  });
});
