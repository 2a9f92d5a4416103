import type { CompiledEdition } from '#core/model/index.ts';
import { validEntries } from './codes.ts';

/**
 * The codes, by list, that an edition still has and the newest edition of its cycle does not have any more. Lists whose
 * entries drafts may keep are left out, and so are lists that are gone as a whole: nothing is there to choose from.
 */
export function endedCodes(
  { codes, definition }: CompiledEdition,
  newest: CompiledEdition,
): Record<string, string[]> {
  const ended: Record<string, string[]> = {};
  for (const [id, list] of Object.entries(codes)) {
    const present = newest.codes[id];
    if (!present || present.draftsKeepEnded) continue;
    const valid = new Set(
      validEntries(present, newest.definition.edition.cycle.asOf).map((entry) => entry.code),
    );
    const gone = validEntries(list, definition.edition.cycle.asOf).filter(({ code }) => !valid.has(code));
    if (gone.length > 0) ended[id] = gone.map(({ code }) => code);
  }
  return ended;
}
