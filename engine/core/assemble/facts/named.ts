import { factLimit, limitOf, withFacts } from '#core/facts/index.ts';
import { isObject, type Json, pointer } from '#core/json/index.ts';
import { UNREAD } from '#core/translate/index.ts';
import { categoryAt, type Readings } from './readings.ts';
import type { Resolved } from './resolved.ts';

/** Keywords with nothing to write out below them: logic, what is kept as it stands, and what is written out by itself. */
const PASSED_OVER: ReadonlySet<string> = new Set([
  ...[...UNREAD].filter((keyword) => keyword !== 'words'),
  ...['enum', 'const', 'none', 'blank', 'pattern', 'source', 'template', 'css'],
]);

/** Every limit and every text that names a fact, with what it is; undefined where a limit is none. */
export function namedIn(value: Json, readings: Readings, at = ''): Resolved[] {
  const found: Resolved[] = [];
  visit(value, at, (place, resolved) => found.push({ at: place, ...resolved(readings(categoryAt(place))) }));
  return found;
}

type Found = Omit<Resolved, 'at'>;
type Report = (place: string, resolved: (reading: ReturnType<Readings>) => Found) => void;

/** One walk over the whole definition: it is large, and hardly anything in it names a fact. */
function visit(value: Json, at: string, report: Report): void {
  if (Array.isArray(value)) {
    for (const [index, inner] of value.entries()) visitPart(inner, at, index, report);
    return;
  }
  if (!isObject(value)) return;
  for (const [key, inner] of Object.entries(value))
    if (!PASSED_OVER.has(key)) visitPart(inner, at, key, report);
}

function visitPart(value: Json, at: string, key: string | number, report: Report): void {
  if (typeof value === 'string') {
    if (value.includes('{facts.'))
      report(at + pointer(key), ({ written }) => ({ value: withFacts(value, written) }));
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const limit = typeof key === 'string' ? factLimit(key, value) : undefined;
  if (typeof key !== 'string' || limit === undefined) {
    visit(value, at + pointer(key), report);
    return;
  }
  report(at + pointer(key), ({ values, pathOf }) => {
    const known = Object.hasOwn(values, limit.id) ? values[limit.id] : undefined;
    return { value: limitOf(key, limit, known), from: known === undefined ? undefined : pathOf(limit.id) };
  });
}
