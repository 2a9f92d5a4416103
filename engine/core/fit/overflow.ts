import type { FitBlock, FitBounds, FitColumn, FitContent } from './content.ts';
import { heightOf, lineHeightOf, type Measure, type Setting } from './measure.ts';

/** So many lines less: the cell, counted from 1, by how many letters it has to become shorter, and what it holds now. */
type Cut = { block: string; row: number; cell: number; letters: number; lines: number; text: string };

/** What is too much of a column: lines, and the cheapest way to be rid of them, dearest last. */
export type Overflow = { column: number; lines: number; cuts: Cut[] };

/** Where a sheet is too long even with the smallest letters; columns that fit are left out. */
export function overflows(content: FitContent, bounds: FitBounds, measure: Measure): Overflow[] {
  const setting = { fontSize: bounds.fontSize[0], rowPadding: bounds.rowPadding[0] };
  return content.flatMap((column, index) => {
    const excess = measure.column(column, setting) - bounds.height;
    if (excess <= 0) return [];
    const lines = Math.ceil(excess / lineHeightOf(setting.fontSize));
    return [{ column: index + 1, lines, cuts: cheapest(column, lines, setting, measure) }];
  });
}

/** A row that people wrote, counted without headings, and what is left of the lines of its cells. */
type Written = { block: string; number: number; least: number; cells: string[][]; texts: string[] };

/** Goes for the row that loses a line for the fewest letters, again and again; blocks without a heading have no name. */
function cheapest(column: FitColumn, lines: number, setting: Setting, measure: Measure): Cut[] {
  const named = column.filter(({ title }) => title !== '');
  const rows = named.flatMap((block) => writtenRows(block, setting, measure));
  const cuts = new Map<string, Cut>();
  for (let left = lines; left > 0; left -= 1) {
    const [best] = rows
      .filter((row) => canLose(row, setting))
      .sort((one, other) => costOf(one) - costOf(other));
    if (best === undefined) break;
    cutFrom(best, cuts);
  }
  return [...cuts.values()];
}

const writtenRows = ({ title, rows }: FitBlock, { fontSize }: Setting, { lines }: Measure): Written[] =>
  rows
    .filter(({ isHeading }) => !isHeading)
    .map(({ cells, least }, index) => ({
      block: title,
      number: index + 1,
      least,
      cells: cells.map((cell) => [...lines(cell, fontSize)]),
      texts: cells.map(({ text }) => text),
    }));

const mostLines = ({ cells }: Written): number => Math.max(...cells.map((lines) => lines.length), 1);

/** Whether the row would be lower with a line less. */
const canLose = (row: Written, setting: Setting): boolean =>
  mostLines(row) > 1 && heightOf(mostLines(row), setting) > row.least;

/** The lines that have to go, by the number of their cell: the last of each of the highest cells. */
function lastLines(row: Written): { cell: number; letters: number }[] {
  const most = mostLines(row);
  return row.cells.flatMap((lines, cell) =>
    lines.length === most ? [{ cell, letters: [...(lines.at(-1) ?? '')].length }] : [],
  );
}

const costOf = (row: Written): number => lastLines(row).reduce((sum, { letters }) => sum + letters, 0);

function cutFrom(row: Written, cuts: Map<string, Cut>): void {
  for (const { cell, letters } of lastLines(row)) {
    const key = JSON.stringify([row.block, row.number, cell]);
    const before = cuts.get(key) ?? { letters: 0, lines: 0 };
    cuts.set(key, {
      block: row.block,
      row: row.number,
      cell: cell + 1,
      letters: before.letters + letters,
      lines: before.lines + 1,
      text: row.texts[cell] ?? '',
    });
    row.cells[cell]?.pop();
  }
}
