import { isObject, type Json, type JsonObject, sameJson } from '#core/json/index.ts';
import type { Difference } from '../diff/differences.ts';
import { inSection, type SectionLevel } from '../find/homes.ts';

/** The section of which a file or an overlay speaks, and the way inside it. */
type Site = { level: SectionLevel; inner: string[] };

export function siteOf({ part, path }: Difference): Site | undefined {
  const cycle = part.cycle === undefined ? {} : { cycle: part.cycle };
  if (part.kind === 'section') return { level: { section: part.id, ...cycle }, inner: path };
  const [word, section, ...inner] = path;
  if ((part.kind !== 'category' && part.kind !== 'account') || word !== 'overlay' || section === undefined)
    return undefined;
  return { level: { section, category: part.id, ...cycle }, inner };
}

/** The way to an element of a container in a section: its id. */
function idAt(inner: readonly string[], way: readonly string[]): string | undefined {
  const isThere = inner.length === way.length + 1 && sameJson([...inner.slice(0, -1)], [...way]);
  return isThere ? inner.at(-1) : undefined;
}

type Named<K extends string> = SectionLevel & { [name in K]: string };

/** An element that is there now and was not: its level, its id, itself and what it stands behind. */
export function elementAdded<K extends string>(
  difference: Difference,
  name: K,
  way: string[],
): (Named<K> & { element: JsonObject; after?: string | null }) | undefined {
  const found = namedAt(difference, name, way);
  const { before = null, after, behind } = difference;
  if (!found || before !== null || !isObject(after) || isInherited(difference, found, way)) return undefined;
  const { id: _id, ...element } = after;
  if (found.category === undefined)
    return { ...found, element, ...(behind !== undefined && { after: behind }) };
  const { after: placed, ...own } = element;
  return { ...found, element: own, ...(typeof placed === 'string' && { after: placed }) };
}

/** An element that was there and is not. */
export function elementRemoved<K extends string>(
  difference: Difference,
  name: K,
  way: string[],
): Named<K> | undefined {
  return (difference.after ?? null) === null && difference.keys === undefined
    ? namedAt(difference, name, way)
    : undefined;
}

/** An element of which keys are others. */
export function elementChanged<K extends string>(
  difference: Difference,
  name: K,
  way: string[],
): (Named<K> & { patch: JsonObject }) | undefined {
  const found = namedAt(difference, name, way);
  const { before, after } = difference;
  if (!found || !isObject(after)) return undefined;
  if (!isObject(before) && (before === null || !isInherited(difference, found, way))) return undefined;
  return { ...found, patch: patchBetween(isObject(before) ? before : {}, after) };
}

/** Whether an overlay changes here what its form has from elsewhere. */
function isInherited({ was, path }: Difference, level: SectionLevel, way: readonly string[]): boolean {
  return (
    level.category !== undefined && inSection(was, level, [...way, path.at(-1) ?? ''], true) !== undefined
  );
}

/** Elements that stand in another order. */
export function elementsOrdered(
  difference: Difference,
  way: string[],
): (SectionLevel & { order: string[] }) | undefined {
  const site = siteOf(difference);
  if (!site || !difference.keys || !sameJson(site.inner, way)) return undefined;
  return { ...site.level, order: difference.keys.after };
}

/** Keys that are others, with null for those that are gone. */
export function patchBetween(before: JsonObject, after: JsonObject): JsonObject {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  return Object.fromEntries(changed.map((key): [string, Json] => [key, after[key] ?? null]));
}

function namedAt<K extends string>(difference: Difference, name: K, way: string[]): Named<K> | undefined {
  const site = siteOf(difference);
  const id = site && idAt(site.inner, way);
  return site && id !== undefined ? ({ ...site.level, [name]: id } as Named<K>) : undefined;
}

type Own<L> = {
  level: L;
  before?: JsonObject;
  after?: JsonObject;
  patch?: JsonObject;
  behind?: string | null;
};

/** An element of a list of a form itself. */
export function formElement<K extends string>(
  difference: Difference,
  name: K,
  list: string,
): Own<{ category: string; cycle?: string } & { [one in K]: string }> | undefined {
  const { kind, id, cycle } = difference.part;
  if (kind !== 'category' && kind !== 'account') return undefined;
  const found = partElement(difference, [list]);
  if (!found) return undefined;
  const level = { category: id, ...(cycle !== undefined && { cycle }), [name]: found.id };
  return { ...found, level: level as { category: string; cycle?: string } & { [one in K]: string } };
}

/** An element of a container in a part: its id, what stood and stands there. */
export function partElement(
  { path, before, after, behind, keys }: Difference,
  way: readonly string[],
): ({ id: string } & Omit<Own<unknown>, 'level'>) | undefined {
  const id = idAt(path, way);
  if (id === undefined || keys) return undefined;
  return {
    id,
    ...(isObject(before) && { before }),
    ...(isObject(after) && { after }),
    ...(isObject(before) && isObject(after) && { patch: patchBetween(before, after) }),
    ...(behind !== undefined && { behind }),
  };
}

/** The cycle of a part, as a change names it. */
export const cycleOf = ({ part: { cycle } }: Difference): { cycle?: string } =>
  cycle === undefined ? {} : { cycle };
