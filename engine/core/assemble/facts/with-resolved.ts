import { pointer, segmentsOf, withValue } from '#core/json/index.ts';
import type { Memory } from '#core/memory/index.ts';
import type { Json, Origin } from '#core/model/index.ts';
import { listOf, objectOf, originOf, type Traced, traced } from '../traced.ts';
import type { Resolved } from './resolved.ts';

/** What comes to stand at a way into a part, and where it was written; without a value nothing stands there any more. */
type Site = { way: string[]; value: Json | undefined; origin: Origin | undefined };

/** How deep the parts lie that are remembered: the programme, the edition; a category, a sheet, a route of their lists. */
const REMEMBERED = 2;

/**
 * The whole with everything resolved at its place. Parts in which nothing is named stay the same objects; a part with
 * a memory in which the same is resolved as before is the same object as before, too.
 */
export function withResolved(root: Traced, resolved: readonly Resolved[], memory: Memory): Traced {
  const sites = resolved.map(({ at, value, from }) => ({
    way: segmentsOf(at),
    value,
    origin: from === undefined || value === undefined ? undefined : originOf(root, from),
  }));
  return rewritten(root, sites, memory, 0);
}

function rewritten(part: Traced, sites: Site[], memory: Memory, depth: number): Traced {
  if (!part.parts) return inPlace(part, sites);
  const byKey = byFirstKey(sites);
  const below = (key: string, inner: Traced): Traced | undefined => {
    const own = byKey.get(key);
    if (own === undefined) return inner;
    const whole = own.find(({ way }) => way.length === 1);
    if (whole) return placed(whole, inner);
    const inside = own.map((site) => ({ ...site, way: site.way.slice(1) }));
    const rewrite = () => rewritten(inner, inside, memory, depth + 1);
    return depth < REMEMBERED && !Array.isArray(inner.value)
      ? memory.once(inner, 'facts written out', [JSON.stringify(inside)], rewrite)
      : rewrite();
  };
  const known = [...part.parts].map(([key, inner]) => [key, below(key, inner)] as const);
  const added = [...byKey].flatMap(([key, [site]]) =>
    part.parts?.has(key) || !site ? [] : [[key, placed(site, part)] as const],
  );
  const entries = [...known, ...added].flatMap(([key, inner]): [string, Traced][] =>
    inner === undefined ? [] : [[key, inner]],
  );
  const origin = originOf(part, '');
  return Array.isArray(part.value)
    ? listOf(
        entries.map(([, inner]) => inner),
        origin,
      )
    : objectOf(entries, origin);
}

function byFirstKey(sites: readonly Site[]): ReadonlyMap<string, Site[]> {
  const found = new Map<string, Site[]>();
  for (const site of sites) {
    const [key = ''] = site.way;
    const own = found.get(key) ?? [];
    found.set(key, own);
    own.push(site);
  }
  return found;
}

/** A value that comes to stand where another one stood; without an origin of its own it keeps that one's. */
function placed({ value, origin }: Site, before: Traced): Traced | undefined {
  return value === undefined ? undefined : traced(value, origin ?? originOf(before, ''));
}

/** The same in a part that stands in one file. */
function inPlace(part: Traced, sites: readonly Site[]): Traced {
  const value = sites.reduce((whole, { way, value: next }) => withValue(whole, way, next), part.value);
  const moved = sites.flatMap(({ way, origin }): [string, Origin][] =>
    origin === undefined ? [] : [[pointer(...way), origin]],
  );
  return { value, origins: new Map([...part.origins, ...moved]) };
}
