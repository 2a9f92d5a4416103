/** What somebody has changed that is not theirs to write: in a form, in rows, in a grid. */
import { describe, expect, it } from 'vitest';
import type { Json, SectionDefinition } from '#core/model/index.ts';
import { checkForeign } from '#core/validate/index.ts';
import { edition } from '../compile/tiny.ts';

const record: SectionDefinition = {
  id: 'record',
  title: 'Record',
  kind: 'form',
  schema: {
    type: 'object',
    properties: {
      name: { type: 'string', title: 'Name' },
      rank: { type: 'integer', title: 'Rank', editBy: ['desks'] },
      begun: { type: 'string', title: 'Begun', editBy: ['desks'], preset: 'today' },
      twice: {
        type: 'integer',
        title: 'Twice',
        editBy: ['desks'],
        derive: { '*': [{ var: 'section.rank' }, 2] },
      },
      words: {
        type: 'object',
        title: 'Words',
        properties: {
          own: { type: 'string', title: 'Own' },
          theirs: { type: 'string', title: 'Theirs', editBy: ['office'] },
        },
      },
    },
  },
};
const rows: SectionDefinition = {
  id: 'rows',
  title: 'Rows',
  kind: 'table',
  schema: {
    type: 'array',
    maxItems: 5,
    items: {
      type: 'object',
      properties: {
        what: { type: 'string', title: 'What' },
        mark: { type: 'integer', title: 'Mark', editBy: ['office'] },
      },
    },
  },
};
const closed: SectionDefinition = { ...rows, id: 'closed', title: 'Closed', editBy: ['office'] };
const hours: SectionDefinition = {
  id: 'hours',
  title: 'Hours',
  kind: 'grid',
  editBy: ['office'],
  columns: [{ id: 'one', title: 'One' }],
  items: [{ id: 'work', title: 'Work', cell: 'count' }],
  cells: { count: { type: 'number' } },
};
const compiled = edition([record, rows, closed, hours]);

function foreign(id: string, stored: Json | undefined, value: Json, by = 'applicant'): string[] {
  const section = compiled.categories.plain?.bySection[id];
  if (!section) throw new Error(`no section ${id}`);
  return checkForeign(compiled, section, { stored, value, by }).map(({ code, path }) => `${code} ${path}`);
}

describe('what is not theirs to write', () => {
  it('is each field that was changed, inside groups too, and no other', () => {
    const sent = { name: 'A', rank: 2, words: { own: 'x', theirs: 'y' } };
    expect(foreign('record', { rank: 1 }, sent)).toEqual([
      'foreign /record/rank',
      'foreign /record/words/theirs',
    ]);
    expect(foreign('record', { rank: 1 }, sent, 'office')).toEqual([
      'foreign /record/name',
      'foreign /record/words/own',
    ]);
  });

  it('is nothing that was left as it is stored, or left out', () => {
    const stored = { name: 'A', rank: 1, words: { theirs: 'y' } };
    expect(foreign('record', stored, { ...stored, name: 'B' })).toEqual([]);
    expect(foreign('record', stored, { name: 'B' })).toEqual([]);
    expect(foreign('record', stored, { name: 'B', rank: null })).toEqual(['foreign /record/rank']);
    expect(foreign('record', { name: 'A' }, { name: 'A', rank: null, words: { theirs: '' } })).toEqual([]);
  });

  it('is no first value of a new record and no computed one', () => {
    expect(foreign('record', undefined, { begun: 'today', twice: 4 })).toEqual([]);
    expect(foreign('record', { begun: 'today' }, { begun: 'tomorrow', twice: 4 })).toEqual([
      'foreign /record/begun',
    ]);
  });

  it('is found in the row that was changed, wherever it has moved to', () => {
    const [a, b] = [
      { id: 'a', what: 'A', mark: 1 },
      { id: 'b', what: 'B', mark: 2 },
    ];
    expect(foreign('rows', [a, b], [b, { ...a, what: 'C' }])).toEqual([]);
    expect(foreign('rows', [a, b], [b, { ...a, mark: 3 }])).toEqual(['foreign /rows/1/mark']);
    expect(foreign('rows', [a], [a, { id: 'c', mark: 1 }])).toEqual(['foreign /rows/1/mark']);
  });

  it('is the whole table where rows come, go or move and the table is not theirs', () => {
    const [a, b] = [{ id: 'a', what: 'A' }, { id: 'b' }];
    expect(foreign('closed', [a, b], [a, b])).toEqual([]);
    expect(foreign('closed', [a, b], [b, a])).toEqual(['foreign /closed']);
    expect(foreign('closed', [a, b], [{ ...a, what: 'B' }, b])).toEqual(['foreign /closed/0/what']);
    expect(foreign('closed', [a, b], [b, a], 'office')).toEqual([]);
  });

  it('is the whole grid where it is not theirs', () => {
    const stored = { cells: { work: { one: 1 } } };
    expect(foreign('hours', stored, stored)).toEqual([]);
    expect(foreign('hours', undefined, {})).toEqual([]);
    expect(foreign('hours', stored, { cells: { work: { one: 2 } } })).toEqual(['foreign /hours']);
    expect(foreign('hours', stored, { cells: { work: { one: 2 } } }, 'office')).toEqual([]);
  });
});
