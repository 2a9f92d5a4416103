import { asObject, type JsonObject } from '#core/json/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import { apply } from '../apply.ts';
import type { Change } from '../model.ts';
import { mends } from './mends.ts';

/**
 * What examples need after changes that were made without it: out of a folder, or by a program. Only examples that are
 * `wrong` now (their files) are touched, and only where making it is possible: an example that was written for what the
 * changes made of the form is right as it is.
 */
export function followingMends(
  files: readonly SourceFile[],
  changes: readonly Change[],
  wrong: ReadonlySet<string>,
): { changes: Change[]; files: readonly SourceFile[] } {
  const made: Change[] = [];
  let now = files;
  for (const change of changes) {
    for (const mend of mends(now, change).flatMap((one) => onlyFor(one, wrong))) {
      const applied = apply(now, mend);
      if ('problem' in applied) continue;
      now = applied.files;
      made.push(mend);
    }
  }
  return { changes: made, files: now };
}

function onlyFor(mend: Change, wrong: ReadonlySet<string>): Change[] {
  const kept = Object.entries(asObject(mend.patches)).filter(([file]) => wrong.has(file));
  return kept.length > 0 ? [{ ...mend, patches: Object.fromEntries(kept) as JsonObject }] : [];
}
