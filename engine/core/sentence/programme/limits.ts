import type { CategoryDefinition, JsonObject, LimitDefinition } from '#core/model/index.ts';
import { titlesTagged } from './machine.ts';
import { quoted, type Reader, type ReadRule, ruleOf, worded } from './part.ts';

/** How many applications somebody may have in the cycle, of all categories or of one, and what bars another. */
export function readLimit(
  limit: LimitDefinition | undefined,
  reader: Reader,
  of?: CategoryDefinition,
): ReadRule[] {
  if (!limit) return [];
  const { most, closedBy, excludedBy, source } = limit;
  const about = of ? quoted(of.title, reader) : reader.words.reading.allForms;
  const counted = closedBy
    ? worded('limitClosed', reader, tagged(closedBy, reader))
    : reader.words.reading.limitEach;
  return [
    ...(most === undefined ? [] : [ruleOf(worded('limit', reader, about, String(most), counted), source)]),
    ...(excludedBy
      ? [ruleOf(worded(of ? 'excludedOf' : 'excluded', reader, tagged(excludedBy, reader), about), source)]
      : []),
  ];
}

/** The titles of the states that carry one of these tags. */
function tagged(tags: string[], reader: Reader): string {
  const routes = reader.definition.routes.filter(({ subject }) => subject === 'application');
  const titles = routes.flatMap(({ machine }) => titlesTagged(machine as JsonObject, tags));
  return [...new Set(titles)].map((title) => quoted(title, reader)).join(reader.words.marks.list);
}
