/** What the desk does not offer is refused to whoever sends it otherwise. */
import { describe, expect, it } from 'vitest';
import { apply, type Change } from '#core/change/index.ts';
import { FOLDERS, filesOf, made } from './folders.ts';

const files = await filesOf(FOLDERS.titles);
const roster = { cycle: '2026', roster: 'review' };
const route = { cycle: '2026', route: 'application' };

const REFUSED: [what: string, change: Change, code: string][] = [
  [
    'a column that is called as another is, although it goes by an id',
    {
      kind: 'addColumn',
      ...roster,
      column: 'again',
      element: { title: '姓名', value: { var: 'unit.name' } },
    },
    'taken',
  ],
  [
    'a column that gets the title of another',
    { kind: 'renameColumn', ...roster, column: 'phone', title: '姓名' },
    'taken',
  ],
  [
    'a code with a blank inside',
    { kind: 'addCode', list: 'specialties', code: '0 1', element: { title: '专业' } },
    'no-name',
  ],
  [
    'a code whose title is blanks',
    { kind: 'addCode', list: 'specialties', code: '01', element: { title: '　' } },
    'misfit',
  ],
  [
    'a field whose title is blanks',
    { kind: 'addField', section: 'study', field: 'more', schema: { type: 'string', title: ' ' } },
    'misfit',
  ],
  [
    'a field that gets a title of blanks',
    { kind: 'changeField', section: 'study', field: 'place', patch: { title: '\t' } },
    'misfit',
  ],
  ['a title of blanks', { kind: 'renameStage', ...route, state: 'pending.level2', title: '  ' }, 'misfit'],
  [
    'a stage that is taken out and leads to itself',
    { kind: 'removeStage', ...route, state: 'pending.level2', target: 'pending.level2' },
    'in-use',
  ],
];

describe('refused is', () => {
  const element = { title: '手机', value: { var: 'unit.name' } };
  const start = made(files, { kind: 'addColumn', ...roster, column: 'phone', element }).files;

  it.each(REFUSED)('%s', (_what, change, code) => {
    const applied = apply(start, change);
    expect('problem' in applied && applied.problem.code).toBe(code);
  });

  it('nothing of the same where the title is free', () => {
    expect(
      made(start, { kind: 'renameColumn', ...roster, column: 'phone', title: '电话号码' }).effects,
    ).toHaveLength(1);
  });
});
