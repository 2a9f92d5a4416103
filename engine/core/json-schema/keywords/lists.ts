import { isObject, type Json, type JsonObject } from '#core/json/index.ts';
import { childPath, fail, isEqual, type Keyword, limiting } from '../check.ts';

const items: Keyword<Json[]> = (schema, compiler) => {
  const check = compiler.check(schema.items ?? null);
  if (check === null) return null;
  return (list, at, errors) => {
    let fits = true;
    for (const [index, item] of list.entries()) {
      if (check(item, childPath(at, index, errors), errors)) continue;
      if (errors === null) return false;
      fits = false;
    }
    return fits;
  };
};

/** The two equal elements that are found first are named as Ajv names them, which depends on what it knows of them. */
const uniqueItems: Keyword<Json[]> = (schema) => {
  if (schema.uniqueItems !== true) return null;
  const find = plainTypes(schema) ? twicePlain(plainTypes(schema)) : twice;
  return (list, at, errors) => {
    const params = find(list);
    return params === null || fail(errors, { at, keyword: 'uniqueItems', params, schema, value: list });
  };
};

type Twice = { i: number; j: number };

/** The types of the elements, where the schema says them and none is an object or a list. */
function plainTypes({ items: inner }: JsonObject): string[] | undefined {
  const types = isObject(inner) && inner.type !== undefined ? [inner.type].flat().map(String) : [];
  return types.length === 0 || types.some((type) => type === 'object' || type === 'array')
    ? undefined
    : types;
}

function twice(list: Json[]): Twice | null {
  for (let i = list.length - 1; i > 0; i -= 1) {
    for (let j = i - 1; j >= 0; j -= 1) if (isEqual(list[i], list[j])) return { i, j };
  }
  return null;
}

/** Elements of another type are refused elsewhere, and so compared with nothing. */
function twicePlain(types: string[] = []): (list: Json[]) => Twice | null {
  const fits = (item: Json | undefined): boolean =>
    types.some((type) => (type === 'integer' ? Number.isInteger(item) : type === kindOf(item)));
  return (list) => {
    const known = new Map<Json | undefined, number>();
    for (let i = list.length - 1; i >= 0; i -= 1) {
      const item = list[i];
      if (!fits(item)) continue;
      const j = known.get(item);
      if (j !== undefined) return { i, j };
      known.set(item, i);
    }
    return null;
  };
}

const kindOf = (item: Json | undefined): string => (item === null ? 'null' : typeof item);

/** Keywords for lists, in Ajv's order. */
export const ofLists: [string, Keyword<Json[]>][] = [
  ['maxItems', limiting('maxItems', (list, limit) => list.length > limit)],
  ['minItems', limiting('minItems', (list, limit) => list.length < limit)],
  ['items', items],
  ['uniqueItems', uniqueItems],
];
