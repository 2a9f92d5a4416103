import { isObject, type Json, type JsonObject, sameJson } from './json.ts';
import { childAt } from './path.ts';
import { pointer } from './pointer.ts';

/** One place where two values differ: a JSON pointer in which rows stand by their ids, and what stood and stands there. */
type Change = { path: string; before: Json; after: Json };

type Pair = { before: Json; after: Json };

/**
 * Where two values differ, as deep down as both have the same shape. `shown` is what is told of the values, where that
 * is not the values themselves.
 */
export function changesBetween(before: Json, after: Json, shown: Pair = { before, after }): Change[] {
  return changesAt([], { before, after }, shown);
}

function changesAt(at: string[], real: Pair, shown: Pair): Change[] {
  if (sameJson(real.before, real.after)) return [];
  const [inside, shownKeys] = [byKey(real), byKey(shown)];
  if (!inside || !shownKeys) return [{ path: pointer(...at), ...shown }];
  const keys = new Set([...Object.keys(inside.before), ...Object.keys(inside.after)]);
  const below = [...keys].flatMap((key) =>
    changesAt([...at, key], child(inside, key), child(shownKeys, key)),
  );
  return below.length > 0 ? below : [{ path: pointer(...at), ...(orderOf(real) ?? shown) }];
}

const child = ({ before, after }: Pair, key: string): Pair => ({
  before: childAt(before, key) ?? null,
  after: childAt(after, key) ?? null,
});

/** Both as objects, rows by their ids; null where one of them has no keys to go by. */
function byKey({ before, after }: Pair): { before: JsonObject; after: JsonObject } | null {
  const keyed = [keyedBy(before), keyedBy(after)] as const;
  return keyed[0] && keyed[1] && { before: keyed[0], after: keyed[1] };
}

function keyedBy(value: Json): JsonObject | null {
  if (value === null) return {};
  if (!Array.isArray(value)) return isObject(value) ? value : null;
  const rows = value.flatMap((row) =>
    isObject(row) && typeof row.id === 'string' ? [[row.id, row] as const] : [],
  );
  const ids = new Set(rows.map(([id]) => id));
  return ids.size === value.length ? Object.fromEntries(rows) : null;
}

/** Of rows that only stand in another order: their ids. */
function orderOf({ before, after }: Pair): Pair | null {
  if (!Array.isArray(before) || !Array.isArray(after)) return null;
  const ids = (rows: Json[]): Json[] => rows.map((row) => childAt(row, 'id') ?? null);
  return { before: ids(before), after: ids(after) };
}
