import { pointer } from '#core/json/index.ts';
import type { CodeEntry } from '#core/model/index.ts';
import type { Check, Finding } from '../../context.ts';

/** A successor or parent that is not there, a successor that is not later, or entries that succeed one another in a circle. */
export const codeSuccessor: Check = {
  code: 'code-successor',
  run: ({ definition }) =>
    definition.codes.flatMap((list, index) =>
      list.entries.flatMap((entry, position) => {
        const fault = faultOf(entry, new Map(list.entries.map((known) => [known.code, known])));
        return fault ? [{ at: pointer('codes', index, 'entries', position, 'successor'), ...fault }] : [];
      }),
    ),
};

function faultOf(entry: CodeEntry, known: Map<string, CodeEntry>): Omit<Finding, 'at'> | undefined {
  const { code, successor: named = '' } = entry;
  if (entry.successor === undefined) return undefined;
  const successor = known.get(entry.successor);
  if (!successor) return { params: { successor: named } };
  if (isCircle(entry, known)) return { sentence: 'code-successor.circle', params: { code } };
  const last = successor.validTo ?? '9999';
  return entry.validTo !== undefined && last <= entry.validTo
    ? { sentence: 'code-successor.later', params: { successor: named } }
    : undefined;
}

function isCircle(start: CodeEntry, known: Map<string, CodeEntry>): boolean {
  const seen = new Set<CodeEntry>();
  for (let at: CodeEntry | undefined = start; at; at = known.get(at.successor ?? '')) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}
