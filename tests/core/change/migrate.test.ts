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
import { asObject } from '#core/json/index.ts';
import type { JsonObject, SourceFile } from '#core/model/index.ts';
import { FOLDERS, filesOf } from './folders.ts';

const files: SourceFile[] = [
  {
    path: '2026/sections/plan.json',
    json: {
      id: 'plan',
      kind: 'form',
      schema: { type: 'object', properties: { area: { type: 'string', code: 'areas' } } },
    },
  },
  {
    path: '2026/categories/standard.json',
    json: { id: 'standard', pages: [{ id: 'all', title: 'All', sections: ['plan'] }] },
  },
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

describe('answers in lists', () => {
  const inGarden = { category: 'plot', cycle: '2026H2' };
  const task = (what: string, helpers: number) => ({ what, from: '10:00', until: '11:00', helpers });
  const given = {
    plan: { title: 'Hives', activities: ['bees', 'orchard', 'openDays'], ward: 'north' },
    openDays: [{ id: 'd1', day: '2026-08-01', tasks: [task('Tour', 2), task('Tea', 1)] }],
    harvest: { cells: {}, marks: {} },
  };
  const activity = { list: 'activity', code: 'bees' };
  const gone: Change = { kind: 'removeCode', ...activity };
  const ended = (until: string, successor: string): Change => ({
    kind: 'endCode',
    ...activity,
    until,
    successor,
  });
  const moved = async (...changes: Change[]) =>
    migrate(given, changes, { files: await filesOf(FOLDERS.garden), ...inGarden });

  it('follow a code to its successor, and have it once', async () => {
    const { answers: next, setAside } = await moved(ended('2026-06-30', 'orchard'));
    expect(next.plan).toEqual({ ...given.plan, activities: ['orchard', 'openDays'] });
    expect((await moved(ended('2026-06-30', 'greenhouse'))).answers.plan).toMatchObject({
      activities: ['greenhouse', 'orchard', 'openDays'],
    });
    expect(setAside).toEqual([]);
  });

  it('keep a code that is valid on the day that counts', async () => {
    const { answers: next, setAside } = await moved(ended('2026-12-31', 'orchard'));
    expect([next, setAside]).toEqual([given, []]);
  });

  it('follow a code that ended before somebody said which took over', async () => {
    const late = { validTo: '2026-06-30', successor: 'greenhouse' };
    const of = async (patch: JsonObject) =>
      asObject((await moved({ kind: 'changeCode', ...activity, patch })).answers.plan).activities;
    expect(await of(late)).toEqual(['greenhouse', 'orchard', 'openDays']);
    expect(await of({ successor: 'greenhouse' })).toEqual(given.plan.activities);
  });

  it('leave a code that is gone, and what stands behind it moves up', async () => {
    const { answers: next, setAside } = await moved(gone);
    expect(next.plan).toEqual({ ...given.plan, activities: ['orchard', 'openDays'] });
    expect(setAside).toEqual([{ section: 'plan', path: ['activities', '0'], value: 'bees' }]);
  });

  it('move with a field of their items that is called otherwise, or is asked for no more', async () => {
    const at = { section: 'openDays', cycle: '2026H2' };
    const { answers: next, setAside } = await moved(
      { kind: 'renameField', ...at, field: 'tasks/*/what', to: 'work' },
      { kind: 'removeField', ...at, field: 'tasks/*/helpers' },
    );
    const left = (work: string) => ({ work, from: '10:00', until: '11:00' });
    expect(next.openDays).toEqual([{ ...given.openDays[0], tasks: [left('Tour'), left('Tea')] }]);
    expect(setAside.map(({ path, value }) => [path.join('/'), value])).toEqual([
      ['0/tasks/0/helpers', 2],
      ['0/tasks/1/helpers', 1],
    ]);
  });

  it('are set aside where the choices of a list are others', async () => {
    const patch = { items: { type: 'string', code: 'machine' } };
    const change = { kind: 'changeField', section: 'plan', field: 'activities', patch };
    const { answers: next, setAside } = await moved(change);
    expect(next.plan).toEqual({ title: 'Hives', ward: 'north' });
    expect(setAside).toMatchObject([{ path: ['activities'], value: given.plan.activities }]);
  });

  it('keep a code in a form that has another list there', async () => {
    const overlay = { overlay: { plan: { schema: { properties: { ward: { code: 'machine' } } } } } };
    const files = (await filesOf(FOLDERS.garden)).map((file) =>
      file.path === '2026H2/categories/commons.json'
        ? { ...file, json: { ...asObject(file.json), ...overlay } }
        : file,
    );
    const change: Change = { kind: 'removeCode', list: 'ward', code: 'north' };
    const of = (category: string) =>
      migrate(given, [change], { files, category, cycle: '2026H2' }).answers.plan;
    expect([asObject(of('plot')).ward, asObject(of('commons')).ward]).toEqual([undefined, 'north']);
  });

  it('go back with what was chosen and typed since', async () => {
    const steps = answerSteps(
      [gone, { kind: 'renameField', section: 'openDays', field: 'tasks/*/what', to: 'work' }],
      { files: await filesOf(FOLDERS.garden), cycle: '2026H2' },
    );
    const base = moveAnswers(given, steps, 'plot').answers;
    const tasks = [
      { work: 'Long tour', from: '10:00', until: '11:00', helpers: 2 },
      { work: 'Tea', from: '10:00', until: '11:00', helpers: 1 },
    ];
    const now = {
      ...base,
      plan: { ...asObject(base.plan), activities: ['openDays', 'vegetables'] },
      openDays: [{ id: 'd1', day: '2026-08-01', tasks }],
    };
    const [was, is] = [base, now].map((one) => moveAnswers(one, stepsBack(steps), 'plot').answers);
    expect(withTypedSince(given, was ?? {}, is ?? {})).toEqual({
      ...given,
      plan: { ...given.plan, activities: ['bees', 'openDays', 'vegetables'] },
      openDays: [{ ...given.openDays[0], tasks: [task('Long tour', 2), task('Tea', 1)] }],
    });
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
