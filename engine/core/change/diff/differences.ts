import { isObject, type Json, type JsonObject, sameJson } from '#core/json/index.ts';
import { childOf, childrenOf } from '../editor/children.ts';
import type { Part, Reading } from '../find/parts.ts';

/**
 * Where two states of a file differ: at a way by keys, what stood and stands there. `keys`: the order of the children
 * that both have is another. Both states of all files are there to be asked.
 */
export type Difference = {
  part: Part;
  path: string[];
  before?: Json;
  after?: Json;
  /** What it stands behind now; null: it is first. */
  behind?: string | null;
  keys?: { before: string[]; after: string[] };
  was: Reading;
  is: Reading;
};

/** The differences one step below, and that of the order. */
export function differencesBelow(difference: Difference): Difference[] {
  const { after } = difference;
  const before = difference.before ?? laidOver(difference);
  if (!isContainer(before) || !isContainer(after) || Array.isArray(before) !== Array.isArray(after))
    return [];
  const [was, is] = [childrenOf(before) ?? [], childrenOf(after) ?? []];
  const keys = [...new Set([...is, ...was].map(([key]) => key))];
  const inside = keys.flatMap((key) => {
    const [old, next] = [childOf(before, key), childOf(after, key)];
    if (old !== undefined && next !== undefined && sameBytes(old, next)) return [];
    return [
      childDifference(
        difference,
        key,
        old,
        next,
        is.map(([known]) => known),
      ),
    ];
  });
  return [
    ...inside,
    ...orderDifference(
      difference,
      was.map(([key]) => key),
      is.map(([key]) => key),
    ),
  ];
}

/** What an overlay says of something anew changes what is inherited there, key by key. */
function laidOver({ part, path, after }: Difference): Json | undefined {
  const isForm = part.kind === 'category' || part.kind === 'account';
  return isForm && (path[0] === 'overlay' || path[0] === 'facts') && isObject(after) ? {} : undefined;
}

function childDifference(
  { part, path, was, is }: Difference,
  key: string,
  before: Json | undefined,
  after: Json | undefined,
  keys: string[],
): Difference {
  const index = keys.indexOf(key);
  return {
    ...{ part, was, is, path: [...path, key] },
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after, behind: index > 0 ? (keys[index - 1] ?? null) : null }),
  };
}

function orderDifference(
  { part, path, was, is }: Difference,
  before: string[],
  after: string[],
): Difference[] {
  const [left, right] = [
    before.filter((key) => after.includes(key)),
    after.filter((key) => before.includes(key)),
  ];
  return sameJson(left, right) ? [] : [{ part, path, was, is, keys: { before, after } }];
}

/** In how many smallest places two values differ. */
export function distance(before: Json | undefined, after: Json | undefined): number {
  if (before === undefined || after === undefined) return before === after ? 0 : 1 + sizeOf(before ?? after);
  if (sameBytes(before, after)) return 0;
  if (typeof before === 'string' && typeof after === 'string') return linesApart(before, after);
  if (!isContainer(before) || !isContainer(after) || Array.isArray(before) !== Array.isArray(after))
    return sizeOf(before) + sizeOf(after);
  const [was, is] = [new Map(childrenOf(before)), new Map(childrenOf(after))];
  const keys = new Set([...was.keys(), ...is.keys()]);
  const inside = [...keys].reduce((sum, key) => sum + distance(was.get(key), is.get(key)), 0);
  return inside + misplaced([...was.keys()], [...is.keys()]);
}

/** How many lines of two texts the other one has not, at least the two that differ. */
function linesApart(before: string, after: string): number {
  const [was, is] = [before.split('\n'), after.split('\n')];
  const gone =
    was.filter((line) => !is.includes(line)).length + is.filter((line) => !was.includes(line)).length;
  return Math.max(gone, 2);
}

/** How many of the common keys stand elsewhere. */
function misplaced(before: string[], after: string[]): number {
  const [left, right] = [
    before.filter((key) => after.includes(key)),
    after.filter((key) => before.includes(key)),
  ];
  return left.filter((key, index) => key !== right[index]).length;
}

function sizeOf(value: Json | undefined): number {
  if (!isContainer(value)) return 1;
  return 1 + (childrenOf(value) ?? []).reduce((sum, [, child]) => sum + sizeOf(child), 0);
}

const isContainer = (value: Json | undefined): value is JsonObject | Json[] =>
  Array.isArray(value) || isObject(value);

const sameBytes = (a: Json, b: Json): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
