import { pinyin } from 'pinyin-pro';
import { col, fn, Op, where } from 'sequelize';
import { comparisonKey } from '#core/text/index.ts';

/** What a name is found by: itself, and the initials of its Chinese characters as people type them (`zw`). */
export function searchable(name: string): string {
  const initials = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' }).join(
    '',
  );
  return comparisonKey(initials ? `${name} ${initials}` : name);
}

/** "One of these columns contains the text." `%` and `_` have no special meaning. */
export function contains(columns: string[], text: string): unknown {
  return { [Op.or]: columns.map((column) => where(fn('INSTR', col(column), text), Op.gt, 0)) };
}

/** Everything whose path begins with this one: a range, so that the index is used and no character is special. */
export function underPath(path: string): { [Op.gte]: string; [Op.lt]: string } {
  return { [Op.gte]: path, [Op.lt]: `${path.slice(0, -1)}0` };
}

/** Keyset: what comes after (name, id) in ascending order. */
export function afterName(cursor: string[] | null): object {
  if (!cursor) return {};
  const [name = '', id = ''] = cursor;
  return { name: { [Op.gte]: name }, [Op.or]: [{ name: { [Op.gt]: name } }, { id: { [Op.gt]: id } }] };
}
