import { pointer } from '#core/json/index.ts';
import type { CodeEntry } from '#core/model/index.ts';
import type { Check, Finding } from '../../context.ts';

/** A successor or parent that is not there, a successor that is not later, or entries that succeed one another in a circle. */
export const codeSuccessor: Check = {
  code: 'code-successor',
  run: ({ definition }) =>
    definition.codes.flatMap((list, index) => {
      const lines: Lines = {
        known: new Map(list.entries.map((entry) => [entry.code, entry])),
        circles: new Map(),
      };
      return list.entries.flatMap((entry, position) => {
        const fault = faultOf(entry, lines);
        return fault ? [{ at: pointer('codes', index, 'entries', position, 'successor'), ...fault }] : [];
      });
    }),
};

/** The entries of a list by code, and of which it is known already whether they lead into a circle. */
type Lines = { known: Map<string, CodeEntry>; circles: Map<CodeEntry, boolean> };

function faultOf(entry: CodeEntry, lines: Lines): Omit<Finding, 'at'> | undefined {
  const { code, successor: named = '' } = entry;
  if (entry.successor === undefined) return undefined;
  const successor = lines.known.get(entry.successor);
  if (!successor) return { params: { successor: named } };
  if (isCircle(entry, lines)) return { sentence: 'code-successor.circle', params: { code } };
  const last = successor.validTo ?? '9999';
  return entry.validTo !== undefined && last <= entry.validTo
    ? { sentence: 'code-successor.later', params: { successor: named } }
    : undefined;
}

/** A line is followed once, however many of its entries are asked for: it may be as long as the list. */
function isCircle(start: CodeEntry, { known, circles }: Lines): boolean {
  const seen = new Set<CodeEntry>();
  let at: CodeEntry | undefined = start;
  while (at && !seen.has(at) && !circles.has(at)) {
    seen.add(at);
    at = known.get(at.successor ?? '');
  }
  const found = at !== undefined && (circles.get(at) ?? true);
  for (const entry of seen) circles.set(entry, found);
  return found;
}
