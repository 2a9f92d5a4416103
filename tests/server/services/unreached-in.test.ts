import { describe, expect, it } from 'vitest';
import { apply, type Change } from '#core/change/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import { readFolder } from '#server/load/index.ts';
import { unreachedIn } from '#server/services/drafts/unreached-in.ts';
import { GARDEN } from '../../journeys/harness.ts';

const CYCLE = '2026H2';
const plan = { cycle: CYCLE, section: 'plan' };
const BOTH = ['greenhouse-area', 'large-gardens'];
/** There is no garden above 230 m² among the examples. */
const LARGE: Change = {
  ...{ kind: 'addRule', ...plan, rule: 'large-gardens' },
  element: {
    when: { '>': [{ var: 'section.area' }, 230] },
    require: { '!=': [{ var: 'section.useMachines' }, 'yes'] },
    at: '/area',
    message: 'A large garden is dug by hand',
    severity: 'block',
  },
};
const RENAMED: Change = { kind: 'renameField', ...plan, field: 'area', to: 'size' };

function changed(files: readonly SourceFile[], change: Change): SourceFile[] {
  const applied = apply(files, change);
  if ('problem' in applied) throw new Error(applied.problem.message);
  return [...applied.files];
}

describe('a rule that no example reaches', async () => {
  const before = changed(await readFolder(GARDEN), LARGE);
  const unreached = (after: SourceFile[], renames: Change[]): string[] =>
    unreachedIn(
      after,
      { cycles: [{ cycle: CYCLE, source: 'x', files: [{ path: '', text: '' }] }], renames },
      () => before,
    ).map(({ rule }) => rule);

  it('is not a changed one where a field that it reads has another name', () => {
    const after = changed(before, RENAMED);
    expect(unreached(after, [])).toEqual(BOTH);
    expect(unreached(after, [RENAMED])).toEqual([]);
  });

  it('is one where it asks for something else besides', () => {
    const patch = { when: { '>': [{ var: 'section.size' }, 235] } };
    const rule = { kind: 'changeRule', ...plan, rule: 'large-gardens', patch };
    expect(unreached(changed(changed(before, RENAMED), rule), [RENAMED])).toEqual(['large-gardens']);
  });

  it('is one where the field was renamed before it was there', () => {
    const bare = { ...RENAMED, field: 'nothing', to: 'something' };
    expect(unreached(changed(before, RENAMED), [bare])).toEqual(BOTH);
  });
});
