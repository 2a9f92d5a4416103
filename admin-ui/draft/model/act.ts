import { apply, type Change, mends } from '#core/change/index.ts';
import type { SourceFile } from '#core/model/index.ts';

/**
 * Changes with what the examples need after each of them, so that they are made and taken back as one act. Changes that
 * cannot be made are left as they are: whoever makes them gets the reason.
 */
export function withMends(files: readonly SourceFile[], changes: readonly Change[]): Change[] {
  const act: Change[] = [];
  let now = files;
  const make = (change: Change): boolean => {
    act.push(change);
    const made = apply(now, change);
    if ('problem' in made) return false;
    now = made.files;
    return true;
  };
  for (const change of changes) {
    const needed = mends(now, change);
    if (make(change)) needed.forEach(make);
  }
  return act;
}
