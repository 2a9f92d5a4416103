import type { FieldSchema } from '#core/model/index.ts';
import type { Line } from './lines.ts';

/** One input of a grid: a cell, or a part of it. */
export type GridInput = { item: string; column: string; part: string | undefined };
/** A text of a block, and the input that it goes to. */
export type Pasted = GridInput & { line: Line; text: string };

/** The input of a grid that an element's id names; null for any other element. */
export function inputNamed(section: string, id: string): GridInput | null {
  const base = `/${section}/cells/`;
  const [item, column, part] = id.startsWith(base) ? id.slice(base.length).split('/') : [];
  return item === undefined || column === undefined ? null : { item, column, part };
}

/**
 * What a spreadsheet puts on the clipboard, row by row; null where it is one text alone, which the input takes itself.
 * In a cell of words lines without tabs are one text.
 */
export function blockOf(text: string, { type }: FieldSchema): string[][] | null {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  const rows = lines.map((line) => line.split('\t').map((one) => one.trim()));
  const isWide = rows.some((row) => row.length > 1);
  return isWide || (rows.length > 1 && type !== 'string') ? rows : null;
}

/**
 * Lays a block over a grid, its first text at `from`: each row on a line, each text on an input. Blanks leave what is
 * there. `left` counts texts that find no input, or a computed one.
 */
export function spread(
  { columns, lines }: { columns: readonly { id: string }[]; lines: readonly Line[] },
  from: GridInput,
  block: readonly (readonly string[])[],
): { cells: Pasted[]; left: number } {
  const top = lines.findIndex(({ id }) => id === from.item);
  const first = lines[top] ? inputsOf(lines[top], columns).findIndex((one) => isSame(one, from)) : -1;
  const texts = block.flatMap((row, down) =>
    row.flatMap((text, right) => (text === '' ? [] : [{ text, down, right }])),
  );
  const cells = texts.flatMap(({ text, down, right }) => {
    const line = lines[top + down];
    const input = line && !line.derived && inputsOf(line, columns)[first + right];
    return input ? [{ ...input, line, text }] : [];
  });
  return { cells, left: texts.length - cells.length };
}

/** The inputs of a line from left to right. */
function inputsOf({ id: item, schema }: Line, columns: readonly { id: string }[]): GridInput[] {
  const parts = schema.type === 'object' ? Object.keys(schema.properties ?? {}) : [undefined];
  return columns.flatMap(({ id: column }) => parts.map((part) => ({ item, column, part })));
}

const isSame = (one: GridInput, other: GridInput): boolean =>
  one.item === other.item && one.column === other.column && one.part === other.part;
