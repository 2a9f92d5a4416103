import { isObject, type Json, type JsonObject, sameJson } from '#core/json/index.ts';

/**
 * What stood there before, with what was typed since laid over it: `base` is what the answers were made into, `now` what
 * they are. Rows go by their ids; of a row or a list without ids the whole is taken that was typed.
 */
export function withTypedSince(before: JsonObject, base: JsonObject, now: JsonObject): JsonObject {
  const result = laidOver(before, base, now);
  return isObject(result) ? result : {};
}

function laidOver(before: Json | undefined, base: Json | undefined, now: Json | undefined): Json | undefined {
  if (sameJson(base ?? null, now ?? null)) return before;
  if (isObject(base) && isObject(now)) return objectOver(isObject(before) ? before : {}, base, now);
  if (hasIds(base) && hasIds(now)) return rowsOver(hasIds(before) ? before : [], base, now);
  return now;
}

function objectOver(before: JsonObject, base: JsonObject, now: JsonObject): JsonObject {
  const keys = new Set([...Object.keys(before), ...Object.keys(now)]);
  return Object.fromEntries(
    [...keys].flatMap((key): [string, Json][] => {
      const value = laidOver(before[key], base[key], now[key]);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

type Row = JsonObject & { id: string };
const isRow = (one: Json): one is Row => isObject(one) && typeof one.id === 'string';
const hasIds = (value: Json | undefined): value is Row[] => Array.isArray(value) && value.every(isRow);

/** Rows as they stand now; a row that was taken out since stays out, one that the move had set aside comes back. */
function rowsOver(before: Row[], base: Row[], now: Row[]): Row[] {
  const find = (rows: Row[], id: string): Row | undefined => rows.find((row) => row.id === id);
  const present = now.map((row) => laidOver(find(before, row.id), find(base, row.id), row) as Row);
  const back = before.filter(({ id }) => !find(base, id) && !find(now, id));
  return [...present, ...back];
}
