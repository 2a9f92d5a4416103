import { describe, expect, it } from 'vitest';
import { assemble } from '#core/assemble/index.ts';
import { apply, type Change } from '#core/change/index.ts';
import { formHashes } from '#core/draft/index.ts';
import type { Definition, SourceFile } from '#core/model/index.ts';
import { readFolder } from '#server/load/index.ts';
import { folders } from './folders.ts';

const [garden = '', , health = ''] = folders;

function definitionOf(files: readonly SourceFile[]): Definition {
  const [loaded] = assemble([...files]);
  if (!loaded) throw new Error('the folder has no cycle');
  return loaded.definition;
}

function changed(files: readonly SourceFile[], ...changes: Change[]): Definition {
  let now = files;
  for (const change of changes) {
    const applied = apply(now, change);
    if ('problem' in applied) throw new Error(applied.problem.message);
    now = applied.files;
  }
  return definitionOf(now);
}

/** The forms that can be told apart: by what they show, or by what their rules find. */
function otherForms(before: Definition, after: Definition) {
  const [own, next] = [formHashes(before), formHashes(after)];
  const differing = (by: 'whole' | 'shown') =>
    Object.keys(own).filter((id) => own[id]?.[by] !== next[id]?.[by]);
  return { whole: differing('whole'), shown: differing('shown') };
}

describe('forms of two editions', async () => {
  const files = await readFolder(garden);
  const before = definitionOf(files);
  const plan = { cycle: '2026H2', section: 'plan' };

  it('are the same where nothing has changed, or only how long the cycle is open, or examples', () => {
    const { edition } = before;
    const cycle = { ...edition.cycle, opensAt: '2030-01-01T00:00:00Z' };
    const later = { ...before, edition: { ...edition, cycle }, cases: [] };
    expect(otherForms(before, later)).toEqual({ whole: [], shown: [] });
  });

  it('are others in another year', () => {
    const { edition } = before;
    const later = { ...before, edition: { ...edition, cycle: { ...edition.cycle, year: 2031 } } };
    expect(otherForms(before, later).shown).toEqual(Object.keys(formHashes(before)));
  });

  it('show the same where a rule alone is another', () => {
    const patch = { message: 'Too large' };
    const after = changed(files, { kind: 'changeRule', ...plan, rule: 'greenhouse-area', patch });
    expect(otherForms(before, after)).toEqual({ whole: expect.arrayContaining(['plot']), shown: [] });
  });

  it('show something else where a field, a sheet, a roster, a code or an expression in use is another', () => {
    const of = <T>(list: T[], id: string, more: Partial<T>): T[] =>
      list.map((one) => ((one as { id: string }).id === id ? { ...one, ...more } : one));
    const field = changed(files, { kind: 'changeField', ...plan, field: 'area', patch: { title: 'Size' } });
    const others = [
      field,
      { ...before, sheets: of(before.sheets, 'card', { title: 'Card' }) },
      { ...before, rosters: of(before.rosters, 'members', { columns: [] }) },
      { ...before, codes: of(before.codes, 'machine', { entries: [] }) },
      { ...before, expressions: of(before.expressions, 'wholeCost', { logic: 1 }) },
    ];
    for (const after of others) expect(otherForms(before, after).shown).toContain('plot');
  });

  it('stay the same where only another form, or what they do not name, has changed', async () => {
    const all = await readFolder(health);
    const own = definitionOf(all);
    const [first, second] = own.categories.filter(({ account }) => account === undefined);
    const one = {
      ...own,
      categories: own.categories.map((form) => (form === first ? { ...form, rules: [] } : form)),
    };
    expect(otherForms(own, one)).toEqual({ whole: [first?.id], shown: [] });
    const unused = { id: 'nobodyReadsThis', title: '', params: [], logic: true };
    expect(otherForms(own, { ...own, expressions: [...own.expressions, unused] }).whole).toEqual([]);
    expect(second).toBeDefined();
  });
});
