import { templateText } from '#core/json/index.ts';
import { type TemplatePart, wholeOf } from './parts.ts';
import { cellsOf, type PrintedTable, spanOf, type TableLines } from './printed-tables.ts';
import { widths } from './widths.ts';

/** A column by its place until now, or a field that gets one. */
export type ChosenColumn = { index: number } | { field: string; title: string };

type Edit = { start: number; end: number; text: string };
type Wanted = { table: PrintedTable; chosen: readonly ChosenColumn[] };

/**
 * What has to be replaced in a template so that a table has these columns; undefined where the table is built in a way
 * that this cannot be done in: its other lines would not fit any more.
 */
export function columnEdits(template: string, { table: { lines }, chosen }: Wanted): Edit[] | undefined {
  const spans = cellsOf(lines.record).map(spanOf);
  const isPlain = spans.every((span) => span === 1);
  const all = spans.reduce((total, one) => total + one, 0);
  const known = chosen.map((column) => ('index' in column ? spans[column.index] : undefined));
  const next = isPlain ? chosen.map(() => 1) : widths(known, all);
  const frame = isPlain ? frameEdits(template, lines, chosen) : [];
  if (!next || chosen.length === 0 || !frame) return undefined;
  return [...frame, ...lineEdits({ template, chosen, spans: next }, lines)];
}

type Setting = { template: string; chosen: readonly ChosenColumn[]; spans: readonly number[] };

function lineEdits(setting: Setting, { record, heading, blank }: TableLines): Edit[] {
  return [
    cellsEdit(setting, record, (column) => ({ tag: 'td', text: `{{${column.field.replaceAll('/', '.')}}}` })),
    ...(heading
      ? [cellsEdit(setting, heading, ({ title }) => ({ tag: 'th', text: templateText(title) }))]
      : []),
    ...blank.map((line) => blankEdit(setting, line)),
  ];
}

type NewColumn = Extract<ChosenColumn, { field: string }>;
type NewCell = (column: NewColumn) => { tag: string; text: string };

function cellsEdit({ template, chosen, spans }: Setting, line: TemplatePart, made: NewCell): Edit {
  const cells = cellsOf(line);
  const texts = chosen.map((column, at) => {
    const span = spans[at] ?? 1;
    const cell = 'index' in column ? cells[column.index] : undefined;
    if (cell) return respanned(cell, span, template);
    const { tag, text } = 'field' in column ? made(column) : { tag: 'td', text: '' };
    return `${withSpan(`<${tag}>`, span)}${text}</${tag}>`;
  });
  return joined(cells, texts, template);
}

/** Empty lines have as many cells; the first of them goes on keeping the line open. */
function blankEdit({ template, spans }: Setting, line: TemplatePart): Edit {
  const cells = cellsOf(line);
  const texts = spans.map((span, at) => {
    const cell = cells[at];
    return cell ? respanned(cell, span, template) : `${withSpan('<td>', span)}</td>`;
  });
  return joined(cells, texts, template);
}

/** Cells stand apart as they did. */
function joined(cells: readonly TemplatePart[], texts: readonly string[], template: string): Edit {
  const [first, second] = cells;
  const between = first && second ? template.slice(first.end, second.start) : '';
  return { start: first?.start ?? 0, end: cells.at(-1)?.end ?? 0, text: texts.join(between) };
}

const respanned = (cell: TemplatePart, span: number, template: string): string =>
  withSpan(cell.head, span) + template.slice(cell.inner.start, cell.end);

function withSpan(head: string, span: number): string {
  if (/\bcolspan=/i.test(head)) return head.replace(/\bcolspan=("?)\d+/i, `colspan=$1${span}`);
  return span === 1 ? head : head.replace(/^<[a-z]+/i, (tag) => `${tag} colspan="${span}"`);
}

/** Columns that are not made of tracks: the table itself has more or fewer, and so have the lines that go over them all. */
function frameEdits(
  template: string,
  lines: TableLines,
  chosen: readonly ChosenColumn[],
): Edit[] | undefined {
  const before = cellsOf(lines.record).length;
  const isAsMany = chosen.length === before;
  const tracks = trackEdits(template, lines.table, { before, chosen });
  const own = new Set([lines.record, lines.heading, ...lines.blank]);
  const others = wholeOf(lines.table).filter((part) => part.name === 'tr' && !own.has(part));
  const whole = others.map((line) => wholeCell(line, before));
  if (!isAsMany && (!tracks || whole.includes(undefined))) return undefined;
  if (isAsMany) return tracks ?? [];
  return [
    ...(tracks ?? []),
    ...whole.flatMap((cell) =>
      cell ? [{ start: cell.start, end: cell.inner.start, text: withSpan(cell.head, chosen.length) }] : [],
    ),
  ];
}

/** The only cell of a line, over all columns. */
function wholeCell(line: TemplatePart, columns: number): TemplatePart | undefined {
  const [cell, ...others] = line.parts;
  return cell && others.length === 0 && cellsOf(line).length === 1 && spanOf(cell) === columns
    ? cell
    : undefined;
}

/** The columns that a table says the widths of go along; undefined where it says them in another way. */
function trackEdits(
  template: string,
  table: TemplatePart,
  { before, chosen }: { before: number; chosen: readonly ChosenColumn[] },
): Edit[] | undefined {
  const group = table.parts.find(({ name }) => name === 'colgroup');
  if (!group) return [];
  const cols = group.parts.filter(({ name }) => name === 'col');
  if (cols.length !== before || group.parts.length !== before) return undefined;
  const texts = chosen.map((column) => {
    const col = 'index' in column ? cols[column.index] : undefined;
    return col?.head ?? '<col>';
  });
  return [joined(cols, texts, template)];
}
