import { describe, expect, it } from 'vitest';
import { checkShape } from '#core/validate/index.ts';
import { all } from '../compile/sections.ts';
import { edition } from '../compile/tiny.ts';

const compiled = edition(all);

describe('checkShape', () => {
  const shape = (id: string, value: Parameters<typeof checkShape>[2], isDraft = false): string[] => {
    const section = compiled.categories.plain?.bySection[id];
    if (section === undefined) throw new Error(`no section ${id}`);
    return checkShape(compiled, section, value, isDraft).map(({ code, path }) => `${code} ${path}`);
  };

  it('accepts drafts: missing, blank, half-written, out of range', () => {
    expect(shape('person', { name: '', since: '20', email: 'x', colour: 'q', total: null })).toEqual([]);
    expect(shape('costs', [{ id: 'a', amount: -5 }])).toEqual([]);
    expect(
      shape('hours', {
        cells: { work: { '2024': 1.5, '2025': '/' } },
        marks: { work: false },
        own: [{ id: 'o' }],
      }),
    ).toEqual([]);
  });

  it('in a draft one answer that cannot be read or is too long keeps no other from being saved', () => {
    expect(shape('person', { name: 'x'.repeat(21), hasNickname: true }, true)).toEqual([]);
    expect(shape('costs', [{ id: 'a', amount: 'twelve' }], true)).toEqual([]);
    expect(shape('hours', { cells: { work: { '2024': 'abc', '2025': 12 } } }, true)).toEqual([]);
    expect(shape('costs', [{ id: 'a', amount: 'x'.repeat(2001) }], true)).toEqual([
      'maxLength /costs/0/amount',
    ]);
    expect(shape('costs', [{ id: 'a', amount: ['1'] }], true)).toEqual(['type /costs/0/amount']);
    expect(shape('person', { name: 'x'.repeat(2001), licence: 5 }, true)).toEqual([
      'maxLength /person/name',
      'type /person/licence',
    ]);
    expect(shape('costs', [{ id: 'a', amount: 'twelve' }])).toEqual(['type /costs/0/amount']);
  });

  it('refuses wrong types, lengths, rows and names', () => {
    expect(shape('person', { name: 'x'.repeat(21), licence: 5, hasNickname: 'yes' })).toEqual([
      'maxLength /person/name',
      'type /person/licence',
      'type /person/hasNickname',
    ]);
    expect(shape('person', JSON.parse('{"__proto__": {"x": 1}, "constructor": 1}'))).toEqual([
      'additional /person/__proto__',
      'additional /person/constructor',
    ]);
    expect(
      shape(
        'costs',
        Array.from({ length: 4 }, (_, index) => ({ id: `r${index}` })),
      ),
    ).toEqual(['maxItems /costs']);
    expect(shape('costs', [{ id: '../x' }, 'row', { id: 'a' }, { id: 'a' }].slice(1))).toEqual([
      'type /costs/0',
      'uniqueItems /costs/2',
    ]);
    expect(shape('costs', [{ id: '../x' }])).toEqual(['pattern /costs/0/id']);
    expect(shape('hours', { cells: { work: { '1999': 1 }, nothing: {} } })).toEqual([
      'additional /hours/cells/work/1999',
      'additional /hours/cells/nothing',
    ]);
    expect(shape('papers', { a: 1 })).toEqual(['additional /papers/a']);
  });
});
