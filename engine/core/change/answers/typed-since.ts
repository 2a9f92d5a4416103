import { isObject, type Json, type JsonObject, sameJson } from '#core/json/index.ts';

/**
 * What stood there before, with what was typed since laid over it: `base` is what the answers were made into, `now` what
 * they are. Rows go by their ids, choices by what they are, items without ids by what they were made into. Of a list that
 * was made anew the whole is taken.
 */
export function withTypedSince(before: JsonObject, base: JsonObject, now: JsonObject): JsonObject {
  const result = laidOver(before, base, now);
  return isObject(result) ? result : {};
}

function laidOver(before: Json | undefined, base: Json | undefined, now: Json | undefined): Json | undefined {
  if (sameJson(base ?? null, now ?? null)) return before;
  if (isObject(base) && isObject(now)) return objectOver(isObject(before) ? before : {}, base, now);
  if (hasIds(base) && hasIds(now)) return rowsOver(hasIds(before) ? before : [], base, now);
  if (isChoice(before) && isChoice(base) && isChoice(now)) return choiceOver(before, base, now);
  if (isItems(before) && isItems(base) && isItems(now)) return itemsOver(before, base, now);
  return now;
}

const isChoice = (value: Json | undefined): value is Json[] =>
  Array.isArray(value) && value.every((one) => !isObject(one) && !Array.isArray(one)) && isOnceEach(value);
const isOnceEach = (list: Json[]): boolean => new Set(list).size === list.length;
const isItems = (value: Json | undefined): value is JsonObject[] =>
  Array.isArray(value) && value.every(isObject);

/** What was chosen before, without what was taken out since and with what was added. */
function choiceOver(before: Json[], base: Json[], now: Json[]): Json[] {
  const stays = before.filter((one) => !base.includes(one) || now.includes(one));
  return [...stays, ...now.filter((one) => !base.includes(one) && !before.includes(one))];
}

/** An item that is as it was made is what it was; in a list of the same length each is the one that stood there. */
function itemsOver(before: JsonObject[], base: JsonObject[], now: JsonObject[]): Json[] {
  if (before.length !== base.length) return now;
  const isSameLength = base.length === now.length;
  return now.map((item, index) => {
    const at = base.findIndex((one) => sameJson(one, item));
    if (at >= 0) return before[at] ?? item;
    return isSameLength ? (laidOver(before[index], base[index], item) ?? item) : item;
  });
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
