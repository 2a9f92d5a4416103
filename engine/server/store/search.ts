import { pinyin } from 'pinyin-pro';
import { comparisonKey } from '#core/text/index.ts';
import { atLeast, between, type Condition, greaterThan, OR, quoted, Sql, type Where } from './sql/index.ts';

/** What a name is found by: itself, and the initials of its Chinese characters as people type them (`zw`). */
export function searchable(name: string): string {
  const initials = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' }).join(
    '',
  );
  return comparisonKey(initials ? `${name} ${initials}` : name);
}

/** "One of these columns contains the text." `%` and `_` have no special meaning. */
export function contains<R>(columns: (keyof R & string)[], text: string): Sql {
  const parts = columns.map((column) => `INSTR(${quoted(column)}, ?) > 0`);
  return new Sql(
    `(${parts.join(' OR ')})`,
    columns.map(() => text),
  );
}

/** Everything whose path begins with this one: a range, so that the index is used and no character is special. */
export function underPath(path: string): Condition {
  return between(path, `${path.slice(0, -1)}0`);
}

/** Keyset: what comes after (name, id) in ascending order. */
export function afterName<R extends { name: string; id: string }>(cursor: string[] | null): Where<R> {
  if (!cursor) return {};
  const [name = '', id = ''] = cursor;
  const where: Where<{ name: string; id: string }> = {
    name: atLeast(name),
    [OR]: [{ name: greaterThan(name) }, { id: greaterThan(id) }],
  };
  return where as Where<R>;
}
