import type { QueueRow } from '#renderer/api/index.ts';

/** The titles of what lists show besides the name, in the order in which the categories name them. */
export function summaryTitles(rows: readonly QueueRow[]): string[] {
  return [...new Set(rows.flatMap(({ summary }) => summary.map(({ title }) => title)))];
}

/** What a row shows under this title; empty where its category has no such column. */
export const summaryText = (row: QueueRow, title: string): string =>
  row.summary.find((entry) => entry.title === title)?.text ?? '';

/** A column in which every row is empty is left out. */
export const anyDiffers = (rows: readonly QueueRow[], text: (row: QueueRow) => string): boolean =>
  rows.some((row) => text(row) !== '');
