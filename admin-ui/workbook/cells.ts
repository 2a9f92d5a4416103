import { textOfCell } from '#core/text/index.ts';
import { LIMITS } from './limits.ts';
import { type Entries, readPart } from './parts.ts';
import { WorkbookRefused } from './refused.ts';
import { dayText } from './styles.ts';

/** What cells are read with: texts that they share, styles that write days, and how a cell may lead elsewhere. */
type SheetContext = {
  strings: readonly string[];
  days: readonly boolean[];
  isSince1904: boolean;
  /** Relations of the worksheet that lead out of the file. */
  external: ReadonlySet<string>;
};

/** The texts that cells share by number. How they are read aloud stands beside them, and is left out. */
export async function sharedStrings(entries: Entries, path: string): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let depth = 0;
  let isText = false;
  await readPart(entries, path, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') depth += 1;
      else if (name === 't') isText = depth === 0;
    },
    text(piece) {
      if (isText) text += piece;
      if (text.length > LIMITS.letters) throw new WorkbookRefused('too-long', path);
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') depth -= 1;
      else if (name === 'si' && strings.push(text) > LIMITS.strings)
        throw new WorkbookRefused('too-much', path);
    },
  });
  return strings;
}

type OpenCell = { at: string; type: string; style: number; column: number; text: string };

/** The lines of a worksheet that hold anything, as texts. Throws WorkbookRefused at the first cell that is more than a value. */
export async function linesOf(entries: Entries, path: string, context: SheetContext): Promise<string[][]> {
  const lines: string[][] = [];
  let line: string[] = [];
  let cell: OpenCell | null = null;
  let isRead = false;
  let [cells, letters, row, spoken] = [0, 0, 0, 0];
  const add = ({ column, ...value }: OpenCell) => {
    const text = textOf(value, context);
    letters += text.length;
    if (letters > LIMITS.allLetters) throw new WorkbookRefused('too-much', path);
    while (line.length < column) line.push('');
    line[column] = text;
  };
  await readPart(entries, path, {
    open(name, attributes) {
      if (name === 'row') [line, row] = [[], Number(attributes.r ?? row + 1)];
      else if (name === 'hyperlink') refuseLink(attributes, context);
      else if (name === 'rPh') spoken += 1;
      else if (name === 'f') throw new WorkbookRefused('formula', cell?.at ?? path);
      else if (name === 'v' || name === 't') isRead = spoken === 0;
      if (name !== 'c') return;
      cells += 1;
      if (cells > LIMITS.cells) throw new WorkbookRefused('too-many-cells');
      cell = openCell(attributes, row, line.length);
    },
    text(piece) {
      if (!cell || !isRead) return;
      cell.text += piece;
      if (cell.text.length > LIMITS.letters) throw new WorkbookRefused('too-long', cell.at);
    },
    close(name) {
      if (name === 'v' || name === 't') isRead = false;
      else if (name === 'rPh') spoken -= 1;
      if (name === 'c' && cell) {
        add(cell);
        cell = null;
      }
      if (name === 'row' && line.some((text) => text !== '')) lines.push(line);
    },
  });
  return lines;
}

function openCell(
  { r = '', t = 'n', s = '0' }: Readonly<Record<string, string>>,
  row: number,
  next: number,
): OpenCell {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(r)?.[0];
  const column = letters === undefined ? next : columnOf(letters);
  const at = r === '' ? String(row) : r;
  if (column >= LIMITS.columns) throw new WorkbookRefused('too-wide', at);
  return { at, type: t, style: Number(s), column, text: '' };
}

/** A is 0, B is 1, … AA is 26. */
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function refuseLink(attributes: Readonly<Record<string, string>>, { external }: SheetContext): void {
  const [, id = ''] = Object.entries(attributes).find(([name]) => name.endsWith(':id')) ?? [];
  if (external.has(id)) throw new WorkbookRefused('link', attributes.ref);
}

function textOf({ at, type, style, text }: Omit<OpenCell, 'column'>, context: SheetContext): string {
  if (type === 'e') throw new WorkbookRefused('error-cell', at);
  if (type === 's') return sharedText(text, at, context);
  if (type === 'd') return text.slice(0, 10);
  if (type !== 'n') return textOfCell(text);
  if (text.trim() === '') return '';
  const number = Number(text);
  if (!Number.isFinite(number)) throw new WorkbookRefused('broken', at);
  return context.days[style] ? dayText(number, context.isSince1904) : String(number);
}

function sharedText(index: string, at: string, { strings }: SheetContext): string {
  const text = strings[Number(index)];
  if (text === undefined) throw new WorkbookRefused('broken', at);
  return textOfCell(text);
}
