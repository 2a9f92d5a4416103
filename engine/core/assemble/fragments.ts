import { asText } from '#core/json/index.ts';
import { mergeTraced } from './merge.ts';
import type { Report } from './report.ts';
import { childOf, entriesOf, listOf, objectOf, originOf, type Traced, withoutKeys } from './traced.ts';

/** Fragment schemas by id, as their files write them. */
export type Fragments = ReadonlyMap<string, Traced>;

/**
 * Puts every named fragment in place: its schema first, overlaid by what stands beside the name. The field
 * itself still stands where its section wrote it; what came from the fragment stands in the fragment's file.
 */
export function resolveFragments(
  part: Traced,
  fragments: Fragments,
  report: Report,
  inside: string[] = [],
): Traced {
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

function withFragment(part: Traced, fragments: Fragments, report: Report, inside: string[]): Traced {
  const name = childOf(part, 'fragment');
  const id = asText(name.value) ?? '';
  const rest = withoutKeys(part, ['fragment']);
  const fragment = fragments.get(id);
  if (!fragment) return complain(rest, report, 'unknown-fragment', originOf(name, ''), { params: { id } });
  if (inside.includes(id)) {
    return complain(rest, report, 'circular-fragment', originOf(name, ''), { params: { id } });
  }
  const schema = resolveFragments(fragment, fragments, report, [...inside, id]);
  return mergeTraced(schema, rest, report, originOf(part, ''));
}

function complain(part: Traced, report: Report, ...problem: Parameters<Report>): Traced {
  report(...problem);
  return part;
}
