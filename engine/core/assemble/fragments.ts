import { asText, isObject, type Json } from '#core/json/index.ts';
import type { Memory } from '#core/memory/index.ts';
import { mergeTraced } from './merge.ts';
import type { Report } from './report.ts';
import { childOf, entriesOf, listOf, objectOf, originOf, type Traced, withoutKeys } from './traced.ts';

/** Parts that an edition may have once everything is in its place: each fragment counts wherever it is put. */
const MOST_PARTS = 150_000;
/** Fragments inside one another: fields nest less deep. */
const DEEPEST = 8;

/** Fragment schemas by id, as their files write them; and the parts that may still be put in place. */
export type Fragments = { byId: ReadonlyMap<string, Traced>; left: number; memory: Memory };

/** The fragments of one edition. */
export function createFragments(byId: ReadonlyMap<string, Traced>, memory: Memory): Fragments {
  return { byId, left: MOST_PARTS, memory };
}

/** Puts fragments in place, once for the same part and the same fragments. */
export function resolvePart(part: Traced, fragments: Fragments, report: Report): Traced {
  return spending([part, 'fragments', []], [part], fragments, report, (own, report) =>
    resolveFragments(part, own, report),
  );
}

/**
 * Work that puts the fragments of some parts in place, done once for the same inputs; what it takes of the parts that
 * are left is taken each time. Where so many are not left it is done after all, so that the last part is reported.
 */
export function spending(
  [owner, what, inputs]: [owner: object, what: string, inputs: readonly unknown[]],
  naming: Traced[],
  fragments: Fragments,
  report: Report,
  work: (fragments: Fragments, report: Report) => Traced,
): Traced {
  const needed = [...inputs, ...naming.flatMap((part) => fragmentsNeeded(part, fragments))];
  const done = fragments.memory.once(owner, what, needed, () => {
    const own = { ...fragments, left: MOST_PARTS };
    const reports: Parameters<Report>[] = [];
    const part = work(own, (...one) => void reports.push(one));
    return { part, reports, taken: MOST_PARTS - own.left };
  });
  if (done.taken > fragments.left) return work(fragments, report);
  fragments.left -= done.taken;
  for (const one of done.reports) report(...one);
  return done.part;
}

/** The fragments that a part names, and those that they name; undefined where one is not there. */
function fragmentsNeeded(part: Traced, { byId, memory }: Fragments): (Traced | undefined)[] {
  const found = new Map<string, Traced | undefined>();
  const waiting = [part];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value } = next;
    for (const id of memory.once(next, 'names', [], () => fragmentNames(value))) {
      const fragment = byId.get(id);
      if (fragment && !found.has(id)) waiting.push(fragment);
      found.set(id, fragment);
    }
  }
  return [...found.values()];
}

function fragmentNames(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(fragmentNames);
  if (!isObject(value)) return [];
  const own = typeof value.fragment === 'string' ? [value.fragment] : [];
  return [...own, ...Object.values(value).flatMap(fragmentNames)];
}

/**
 * Puts every named fragment in place: its schema first, overlaid by what stands beside the name. The field
 * itself still stands where its section wrote it; what came from the fragment stands in the fragment's file.
 * Fragments that name others twice each would fill any memory: beyond the limit nothing more is put in place.
 */
export function resolveFragments(
  part: Traced,
  fragments: Fragments,
  report: Report,
  inside: string[] = [],
): Traced {
  if (!isAffordable(part, fragments, report)) return part;
  if (Array.isArray(part.value)) {
    const parts = part.value.map((_, index) =>
      resolveFragments(childOf(part, index), fragments, report, inside),
    );
    return listOf(parts, originOf(part, ''));
  }
  const entries = entriesOf(part);
  if (entries.length === 0) return part;
  const resolved = objectOf(
    entries.map(([key, child]) => [key, resolveFragments(child, fragments, report, inside)]),
    originOf(part, ''),
  );
  const named = entries.find(([key, child]) => key === 'fragment' && typeof child.value === 'string');
  return named ? withFragment(resolved, fragments, report, inside) : resolved;
}

/** Reported once, at what was one part too many. */
function isAffordable(part: Traced, fragments: Fragments, report: Report): boolean {
  const before = fragments.left;
  fragments.left -= 1;
  if (before >= 0 && fragments.left < 0)
    report('oversized-edition', originOf(part, ''), { params: { most: MOST_PARTS } });
  return fragments.left >= 0;
}

function withFragment(part: Traced, fragments: Fragments, report: Report, inside: string[]): Traced {
  const name = childOf(part, 'fragment');
  const id = asText(name.value) ?? '';
  const rest = withoutKeys(part, ['fragment']);
  const fragment = fragments.byId.get(id);
  if (!fragment) return complain(rest, report, 'unknown-fragment', originOf(name, ''), { params: { id } });
  if (inside.includes(id)) {
    return complain(rest, report, 'circular-fragment', originOf(name, ''), { params: { id } });
  }
  if (inside.length >= DEEPEST) {
    const params = { depth: inside.length + 1, most: DEEPEST };
    return complain(rest, report, 'nested-fragment', originOf(name, ''), { params });
  }
  const schema = resolveFragments(fragment, fragments, report, [...inside, id]);
  return mergeTraced(schema, rest, report, originOf(part, ''));
}

function complain(part: Traced, report: Report, ...problem: Parameters<Report>): Traced {
  report(...problem);
  return part;
}
