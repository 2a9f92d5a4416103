import { describe, expect, it } from 'vitest';
import { evaluate, keepUnwritable, mayWrite, mayWriteSome } from '#core/evaluate/index.ts';
import type { CompiledSection, Json, SectionDefinition } from '#core/model/index.ts';
import { all } from '../compile/sections.ts';
import { applicationWith, edition, facts } from '../compile/tiny.ts';

const notes: SectionDefinition = {
  id: 'notes',
  title: 'Notes',
  kind: 'table',
  schema: {
    type: 'array',
    maxItems: 5,
    items: {
      type: 'object',
      properties: {
        remark: { type: 'string' },
        checked: { type: 'string', editBy: ['desks'] },
        locked: { type: 'string', readOnlyWhen: { '==': [{ var: 'row.remark' }, 'lock'] } },
      },
    },
  },
};

const compiled = edition([...all, notes]);

function section(id: string): CompiledSection {
  const found = compiled.categories.plain?.bySection[id];
  if (found === undefined) throw new Error(`no section ${id}`);
  return found;
}

function kept(id: string, stored: Json, incoming: Json, by: string): Json {
  const evaluation = evaluate(compiled, applicationWith({ [id]: incoming }), facts);
  return keepUnwritable(section(id), stored, incoming, by, evaluation);
}

describe('mayWrite', () => {
  it('takes the innermost editBy', () => {
    expect(mayWrite(section('person'), '/name', 'applicant')).toBe(true);
    expect(mayWrite(section('person'), '/name', 'clerk')).toBe(false);
    expect(mayWrite(section('person'), '/opinion', 'applicant')).toBe(false);
    expect(mayWrite(section('person'), '/opinion', 'clerk')).toBe(true);
    expect(mayWrite(section('notes'), '/checked', 'anydesk')).toBe(true);
    expect(mayWrite(section('notes'), '/checked', 'system')).toBe(false);
  });

  it('lets an actor into a section by a field of theirs', () => {
    expect(mayWriteSome(section('person'), 'clerk')).toBe(true);
    expect(mayWriteSome(section('costs'), 'clerk')).toBe(false);
  });
});

describe('keepUnwritable', () => {
  it('keeps what the actor may not write', () => {
    const stored = { name: 'A', opinion: 'good' };
    expect(kept('person', stored, { name: 'B', opinion: 'forged' }, 'applicant')).toMatchObject({
      name: 'B',
      opinion: 'good',
    });
    expect(kept('person', stored, { name: 'B', opinion: 'better' }, 'clerk')).toMatchObject({
      name: 'A',
      opinion: 'better',
    });
  });

  it('never accepts a derived value from outside', () => {
    expect(kept('person', {}, { name: 'A', total: 1_000_000 }, 'applicant')).toEqual({
      name: 'A',
      total: 0,
      double: 0,
    });
  });

  it('lets the applicant add, move and remove rows, a desk only write its fields', () => {
    const stored: Json = [
      { id: 'a', remark: '1', checked: 'yes' },
      { id: 'b', remark: '2' },
    ];
    const sent: Json = [
      { id: 'c', remark: '3', checked: 'forged' },
      { id: 'a', remark: '1b' },
    ];
    const corrected: Json = [
      { id: 'b', remark: 'x', checked: 'no' },
      { id: 'new', remark: 'x' },
    ];
    expect(kept('notes', stored, sent, 'applicant')).toEqual([
      { id: 'c', remark: '3' },
      { id: 'a', remark: '1b', checked: 'yes' },
    ]);
    expect(kept('notes', stored, corrected, 'desk')).toEqual([
      { id: 'a', remark: '1', checked: 'yes' },
      { id: 'b', remark: '2', checked: 'no' },
    ]);
  });

  it('keeps what is read-only at the moment', () => {
    const stored = [{ id: 'a', remark: 'open', locked: 'before' }];
    expect(kept('notes', stored, [{ id: 'a', remark: 'lock', locked: 'after' }], 'applicant')).toEqual([
      { id: 'a', remark: 'lock', locked: 'before' },
    ]);
    expect(kept('notes', stored, [{ id: 'a', remark: 'open', locked: 'after' }], 'applicant')).toEqual([
      { id: 'a', remark: 'open', locked: 'after' },
    ]);
  });

  it('computes derived cells of a grid', () => {
    const sent = { cells: { work: { '2024': 1 }, all: { '2024': 99 } }, marks: {}, own: [] };
    expect(kept('hours', null, sent, 'applicant')).toMatchObject({
      cells: { work: { '2024': 1 }, all: { '2024': 1, '2025': 0 } },
    });
    expect(kept('hours', sent, { cells: {} }, 'clerk')).toEqual(sent);
  });
});
