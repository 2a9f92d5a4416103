/**
 * The lines of a grid with those that somebody added in their place: behind the definition's, but above the derived
 * ones at its end, which are totals.
 */
export function withOwnItems<T>(listed: T[], own: T[], isDerived: (line: T) => boolean): T[] {
  const end = listed.map(isDerived).lastIndexOf(false) + 1;
  return [...listed.slice(0, end), ...own, ...listed.slice(end)];
}
