import { asText } from '#core/json/index.ts';
import { mergeTraced } from './merge.ts';
import type { Report } from './report.ts';
import { childOf, entriesOf, listOf, objectOf, originOf, type Traced, withoutKeys } from './traced.ts';

/** Parts that an edition may have once everything is in its place: each fragment counts wherever it is put. */
const MOST_PARTS = 150_000;
/** Fragments inside one another: fields nest less deep. */
const DEEPEST = 8;

/** Fragment schemas by id, as their files write them; and the parts that may still be put in place. */
export type Fragments = { byId: ReadonlyMap<string, Traced>; left: number };

/** The fragments of one edition. */
export function createFragments(byId: ReadonlyMap<string, Traced>): Fragments {
  return { byId, left: MOST_PARTS };
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
