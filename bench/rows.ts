/** The one table in which all benches end: each adds its lines to a file that `all.ts` names. */
import { appendFileSync } from 'node:fs';

/** What a bench has found about one piece of work; `ratio` to the peer as the goal counts it. */
export type Row = {
  work: string;
  ours: string;
  peer?: string;
  ratio?: number;
  goal: string;
  holds: boolean;
  /** False of a bench that did not come to its end. */
  ended?: boolean;
};

/** The variable that names the file. */
export const ROWS_FILE = 'BENCH_ROWS';

/** Adds a line to the table, where a bench is run by `all.ts`. */
export function addRow(row: Row): void {
  const file = process.env[ROWS_FILE];
  if (file) appendFileSync(file, `${JSON.stringify(row)}\n`);
}

const HEAD = ['work', 'ours', 'peer', 'ratio', 'goal', 'yes/NO'];

/** All rows as a table of text, its columns as wide as they must be. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, at) => Math.max(...lines.map((cells) => cells[at]?.length ?? 0)));
  const text = lines.map((cells) =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  '),
  );
  return `${text.join('\n')}\n`;
}

function cellsOf({ work, ours, peer = '', ratio, goal, holds }: Row): string[] {
  return [work, ours, peer, ratio?.toFixed(2) ?? '', goal, holds ? 'yes' : 'NO'];
}
