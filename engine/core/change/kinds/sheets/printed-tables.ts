import { unescapeHtml } from '#core/json/index.ts';
import { partsOfTemplate, type TemplatePart, wholeOf } from './parts.ts';
import { sentencesOf } from './template.ts';

/** A table of a sheet with a line for each record, and what stands in each column. */
export type PrintedTable = {
  key: string;
  /** The section of which it prints the rows, where the template says so. */
  section?: string;
  columns: { key: string; title: string }[];
  lines: TableLines;
};

/** The lines that share the columns, and the table around them. */
export type TableLines = {
  record: TemplatePart;
  heading?: TemplatePart;
  blank: TemplatePart[];
  table: TemplatePart;
};

type Way = readonly TemplatePart[];

/** The tables of a template; none where it cannot be read. */
export function tablesOf(template: string): PrintedTable[] {
  const found = (partsOfTemplate(template) ?? []).flatMap((part) => tablesIn(part, [], template));
  return found.map((table, index) => {
    const before = found.slice(0, index).filter(({ key }) => key === table.key).length;
    return before === 0 ? table : { ...table, key: `${table.key} #${before + 1}` };
  });
}

function tablesIn(part: TemplatePart, way: Way, template: string): PrintedTable[] {
  const record = part.name === 'each' && part.type === 'block' ? onlyLine(part) : undefined;
  const table = way.filter(isOf('table')).at(-1);
  if (record && table) return [printedTable(record, [...way, part], table, template)];
  return part.parts.flatMap((inner) => tablesIn(inner, [...way, part], template));
}

const isOf = (name: string) => (part: TemplatePart) => part.type === 'element' && part.name === name;

export const cellsOf = (line: TemplatePart): TemplatePart[] =>
  line.parts.filter(({ type, name }) => type === 'element' && (name === 'td' || name === 'th'));

/** The only line of a block; undefined where there are others, or something stands between its cells. */
function onlyLine({ parts }: TemplatePart): TemplatePart | undefined {
  const [line, ...others] = parts;
  if (!line || others.length > 0 || !isOf('tr')(line)) return undefined;
  return cellsOf(line).length === line.parts.length && line.parts.length > 0 ? line : undefined;
}

/** How many columns a cell goes over. */
export const spanOf = ({ head }: TemplatePart): number => Number(/\bcolspan="?(\d+)/i.exec(head)?.[1] ?? 1);

const spansOf = (line: TemplatePart): string => cellsOf(line).map(spanOf).join(' ');

function printedTable(record: TemplatePart, way: Way, table: TemplatePart, template: string): PrintedTable {
  const body = way.filter(isOf('tbody')).at(-1);
  const heading = (body && headingIn(body, record, template)) ?? headingIn(table, record, template);
  const frame = body && heading && heading.start >= body.start ? body : table;
  const titles = heading && cellsOf(heading).map((cell) => sentenceOf(cell, template));
  const section = sectionOn(way);
  return {
    key: sentenceOf(frame, template) || keyOf(cellsOf(record)[0], template),
    ...(section !== undefined && { section }),
    columns: cellsOf(record).map((cell, index) => {
      const key = keyOf(cell, template);
      return { key, title: titles?.[index] || key };
    }),
    lines: { record, ...(heading && { heading }), blank: blankIn(frame, record, template), table },
  };
}

const linesIn = (part: TemplatePart): TemplatePart[] => wholeOf(part).filter(isOf('tr'));

/** The last line above that has a heading for each column. */
function headingIn(frame: TemplatePart, record: TemplatePart, template: string): TemplatePart | undefined {
  return linesIn(frame)
    .filter(
      (line) =>
        line.end <= record.start &&
        spansOf(line) === spansOf(record) &&
        cellsOf(line).every((cell) => cell.name === 'th' && sentenceOf(cell, template) !== ''),
    )
    .at(-1);
}

/** Lines that are repeated with nothing in them. */
function blankIn(frame: TemplatePart, record: TemplatePart, template: string): TemplatePart[] {
  const repeated = wholeOf(frame).filter(({ type, name }) => type === 'block' && name === 'repeat');
  return repeated
    .flatMap((part) => onlyLine(part) ?? [])
    .filter(
      (line) =>
        line.start > record.end &&
        spansOf(line) === spansOf(record) &&
        cellsOf(line).every((cell) => isBlank(cell, template)),
    );
}

const isBlank = ({ inner }: TemplatePart, template: string): boolean =>
  unescapeHtml(template.slice(inner.start, inner.end)).replaceAll('&nbsp;', '').trim() === '';

function sentenceOf({ start, end }: TemplatePart, template: string): string {
  return unescapeHtml(sentencesOf(template.slice(start, end))[0]?.text ?? '');
}

/** What a cell prints, as it stands in the braces; else its sentence. */
function keyOf(cell: TemplatePart | undefined, template: string): string {
  if (!cell) return '';
  const call = wholeOf(cell).find(({ type }) => type === 'call' || type === 'block');
  return (call?.head ?? sentenceOf(cell, template)).slice(0, 200) || cell.name;
}

/** The section that the innermost block around names. */
function sectionOn(way: Way): string | undefined {
  const named = way.flatMap(({ type, head }) => {
    const found = type === 'block' ? /\bsections\.([A-Za-z][\w-]*)/.exec(head)?.[1] : undefined;
    return found === undefined ? [] : [found];
  });
  return named.at(-1);
}
