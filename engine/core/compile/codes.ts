import type { CodeEntry, CodeList } from '#core/model/index.ts';

/** The entries of a list that are valid on a day (ISO date), both ends included. */
export function validEntries(list: CodeList, day: string): CodeEntry[] {
  return list.entries.filter((entry) => isValidOn(entry, day));
}

function isValidOn(entry: CodeEntry, day: string): boolean {
  if (entry.validFrom !== undefined && day < entry.validFrom) return false;
  return entry.validTo === undefined || day <= entry.validTo;
}
