import { isObject, type Json } from '#core/json/index.ts';
import { elementKey } from '#core/translate/index.ts';

/** What stands in a list or an object, in its order, each by its key: of a list the ids of its elements. */
export type Children = [key: string, value: Json][];

/**
 * The children of a list or an object; undefined of anything else. Elements go by what they are called (id, code,
 * title), texts by themselves; where that does not tell them apart, by their number.
 */
export function childrenOf(value: Json | undefined): Children | undefined {
  if (isObject(value)) return Object.entries(value);
  if (!Array.isArray(value)) return undefined;
  const keys = value.map(nameOf);
  const apart = new Set(keys).size === keys.length && !keys.includes(undefined);
  return value.map((one, index) => [apart ? (keys[index] ?? '') : String(index), one]);
}

/** A list or an object like this one, of these children. */
export function ofChildren(like: Json, children: Children): Json {
  return Array.isArray(like) ? children.map(([, value]) => value) : Object.fromEntries(children);
}

/** The child of this key; undefined where there is none. */
export function childOf(value: Json | undefined, key: string): Json | undefined {
  return childrenOf(value)?.find(([known]) => known === key)?.[1];
}

/** What stands at the end of a way of keys. */
export function valueByKeys(value: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((found, key) => childOf(found, key), value);
}

/** The same value in which `update` has made something else of what stands at the end of the way. */
export function updatedByKeys(value: Json, path: readonly string[], update: (found: Json) => Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return update(value);
  const children = childrenOf(value) ?? [];
  return ofChildren(
    value,
    children.map(([known, child]) => [known, known === key ? updatedByKeys(child, rest, update) : child]),
  );
}

const NAMES = ['id', 'code', 'at', 'title'];

/** What an element is called; undefined where it has no name. A name may well be a number: `{ "code": "1" }`. */
function nameOf(element: Json, index: number): string | undefined {
  if (typeof element === 'string') return element;
  const isNamed = isObject(element) && NAMES.some((word) => typeof element[word] === 'string');
  return isNamed ? elementKey(element, index) : undefined;
}
