import type { Change } from '#core/change/index.ts';
import type { RosterColumn, RosterDefinition } from '#core/model/index.ts';
import { belowHeadings, type Exchange, type ReadLine, refusedLine, sameCell } from '../../tables/index.ts';
import { columnKey, isWidth, orderChange } from './columns.ts';

/** What is written of columns in tables. */
type ColumnTableWords = {
  tableHeadings: string[];
  unknown: string;
  twice: string;
  taken: string;
  wrongWidth: string;
  renamed: (title: string, other: string) => string;
  widened: (title: string, width: string) => string;
  ordered: (count: number) => string;
};

type Reading = { roster: RosterDefinition; cycle: string; words: ColumnTableWords };

/** The columns of a list as a table: what each is called, how it shall be called, how wide it is; their order is meant. */
export function columnTable(reading: Reading): Exchange {
  const { roster, words } = reading;
  return {
    title: roster.title,
    headings: words.tableHeadings,
    lines: roster.columns.map(({ title, width }) => [title, '', width === undefined ? '' : String(width)]),
    read: (lines) => readColumns(lines, reading),
  };
}

type Known = { column: RosterColumn; key: string };

function readColumns(lines: string[][], { roster, cycle, words }: Reading): ReadLine[] {
  const byTitle = new Map(
    roster.columns.map((column, index): [string, Known] => [
      column.title,
      { column, key: columnKey(column, index) },
    ]),
  );
  const { isWhole, rest } = belowHeadings(lines, words.tableHeadings);
  const seen = new Set<string>();
  const read = rest.map((line): ReadLine => {
    const [title = '', other = '', width = ''] = line;
    const known = byTitle.get(title);
    if (!known) return refusedLine(title, words.unknown);
    if (seen.has(known.key)) return refusedLine(title, words.twice);
    seen.add(known.key);
    if (other !== '' && other !== title && byTitle.has(other)) return refusedLine(title, words.taken);
    if (!isWidth(width)) return refusedLine(title, words.wrongWidth);
    const isMeant = isWhole || width !== '';
    return changed(known, { other, width: isMeant ? width : undefined }, { roster, cycle, words });
  });
  const left = [...byTitle.values()].map(({ key }) => key).filter((key) => !seen.has(key));
  const order = seen.size > 0 ? orderChange(roster, cycle, [...seen, ...left]) : [];
  // The order names columns as they are called before the others are renamed.
  return order.length === 0 ? read : [{ text: words.ordered(seen.size), changes: order }, ...read];
}

type Meant = { other: string; width: string | undefined };

function changed(
  { column, key }: Known,
  { other, width }: Meant,
  { roster, cycle, words }: Reading,
): ReadLine {
  const { title } = column;
  const at = { roster: roster.id, cycle, column: key };
  const isRenamed = other !== '' && other !== title;
  const isWidened = width !== undefined && !sameCell(width, String(column.width ?? ''));
  const changes: Change[] = [
    // The width first: it names the column as it is called before.
    ...(isWidened
      ? [{ kind: 'changeColumn', ...at, patch: { width: width === '' ? null : Number(width) } }]
      : []),
    ...(isRenamed ? [{ kind: 'renameColumn', ...at, title: other }] : []),
  ];
  const parts = [
    ...(isRenamed ? [words.renamed(title, other)] : []),
    ...(isWidened ? [words.widened(title, width)] : []),
  ];
  return { text: parts.join('；') || title, changes };
}
