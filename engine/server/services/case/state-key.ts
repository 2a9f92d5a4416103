import { isObject } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';

/** A state value as one text: a plain name as it is, a nested value as JSON with its keys in order. */
export function stateKeyOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(sorted(value));
}

/** The state value that a text stands for. */
export function stateOfKey(key: string): Json {
  return key.startsWith('{') ? (JSON.parse(key) as Json) : key;
}

function sorted(value: Json): Json {
  if (!isObject(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key] ?? null)]));
}
