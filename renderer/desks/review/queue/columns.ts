import type { QueueRow } from '#renderer/api/index.ts';

/**
 * The titles of what lists show besides their own columns, in the order in which the categories name them. What says
 * the same as one of those, by its title or in every row, stands there once.
 */
export function summaryTitles(rows: readonly QueueRow[], own: readonly string[] = []): string[] {
  const titles = [...new Set(rows.flatMap(({ summary }) => summary.map(({ title }) => title)))];
  return titles.filter((title) => !own.includes(title) && !OWN.some((key) => repeats(rows, title, key)));
}

const OWN = ['name', 'organisation', 'categoryTitle', 'stateTitle'] as const;

const repeats = (rows: readonly QueueRow[], title: string, key: (typeof OWN)[number]): boolean =>
  rows.every((row) => row[key] !== '' && summaryText(row, title) === row[key]);

/** What a row shows under this title; empty where its category has no such column. */
export const summaryText = (row: QueueRow, title: string): string =>
  row.summary.find((entry) => entry.title === title)?.text ?? '';

/** A column in which every row is empty is left out. */
export const anyDiffers = (rows: readonly QueueRow[], text: (row: QueueRow) => string): boolean =>
  rows.some((row) => text(row) !== '');
