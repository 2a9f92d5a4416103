import type { CodeEntry, CodeList } from '#core/model/index.ts';

/** The entries of a list that are valid on a day (ISO date), both ends included. */
export function validEntries(list: CodeList, day: string): CodeEntry[] {
  return list.entries.filter(({ validFrom = day, validTo = day }) => validFrom <= day && day <= validTo);
}
