import { childAt, type Json, type JsonObject, valueAt, without, withValue } from '#core/json/index.ts';

/** The places that a way leads to, `*` being any item of a list; of those alone at which something stands. */
export function placesOf(value: Json | undefined, way: readonly string[]): string[][] {
  const [key, ...rest] = way;
  if (value === undefined) return [];
  if (key === undefined) return [[]];
  return keysOf(value, key).flatMap((one) =>
    placesOf(childAt(value, one), rest).map((below) => [one, ...below]),
  );
}

function keysOf(value: Json, key: string): string[] {
  if (key !== '*') return [key];
  return Array.isArray(value) ? value.map((_, index) => String(index)) : [];
}

/** The answers without what stands at a place. What follows in a list moves up: nobody has answered with nothing. */
export function takenOut(answers: JsonObject, place: readonly string[]): JsonObject {
  const owner = place.slice(0, -1);
  const list = valueAt(answers, owner);
  if (!Array.isArray(list)) return without(answers, place);
  const left = list.filter((_, index) => String(index) !== place.at(-1));
  return withValue(answers, owner, left) as JsonObject;
}

/** A record with another code at a way; in a list of codes that has the other already it stands once. */
export function withOtherCode(record: Json, way: readonly string[], code: string, other: string): Json {
  const isList = way.at(-1) === '*';
  return placesOf(record, isList ? way.slice(0, -1) : way).reduce((now, place) => {
    const found = valueAt(now, place);
    if (!isList) return found === code ? withValue(now, place, other) : now;
    if (!Array.isArray(found) || !found.includes(code)) return now;
    return withValue(now, place, [...new Set(found.map((one) => (one === code ? other : one)))]);
  }, record);
}
