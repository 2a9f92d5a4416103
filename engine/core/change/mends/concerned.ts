import { asText } from '#core/json/index.ts';
import { categoriesIn, lineage, type Part, partsOf, type Reading } from '../find/parts.ts';
import type { Change } from '../model.ts';

/** The examples of forms that a change concerns: of the cycle named, of the category and those that extend it. */
export function casesOf(files: Reading, change: Change): Part[] {
  const cycle = asText(change.cycle);
  const forms = new Set(
    [...categoriesIn(files, cycle), ...partsOf(files).filter(({ kind }) => kind === 'account')]
      .filter(({ id, cycle: own }) => isConcerned(files, id, own, change))
      .map(({ id }) => id),
  );
  return partsOf(files).filter(
    (part) =>
      part.kind === 'case' &&
      (cycle === undefined || part.cycle === cycle) &&
      forms.has(String(files.value(part.path, ['category']))),
  );
}

/** Whether a change is of this form: of no form in particular, of it, or of one that it extends. */
export function isConcerned(
  files: Reading,
  id: string,
  cycle: string | undefined,
  { category }: Change,
): boolean {
  return typeof category !== 'string' || lineage(files, id, cycle).some((one) => one.id === category);
}
