import { eastAsianWidth } from 'get-east-asian-width';
import type { Json } from './json.ts';

/** What stands on one line, in columns of a terminal: a Chinese character takes two. */
const LINE_WIDTH = 140;
const INDENT = '  ';

/** Signs that take no column of their own: accents, joiners, marks of direction. */
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

const PLAIN = /^[\x20-\x7e]*$/;

/** One part of a list or an object: its key, written out, and its value. */
type Part = { label: string; value: Json };

/**
 * JSON as files of definitions are written, ending with a line break: what fits on a line stands on one, everything
 * else a part a line; lists of numbers fill their lines. Keys stay in their order. The same value gives the same
 * bytes wherever they are made.
 */
export function formatJson(value: Json): string {
  return `${layOut(value, { indent: '', before: 0, after: 0 })}\n`;
}

/** Where a value begins: the indent of its line, the columns before it, and those that must stay free behind it. */
type Layout = { indent: string; before: number; after: number };

function layOut(value: Json, layout: Layout): string {
  const line = onOneLine(value, LINE_WIDTH - layout.before - layout.after);
  if (line !== undefined) return line;
  const parts = partsOf(value);
  if (parts.length === 0) return JSON.stringify(value);
  const indent = layout.indent + INDENT;
  const inner = isNumbers(value) ? wrapped(value, indent) : stacked(parts, indent);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${indent}${inner}\n${layout.indent}${close}`;
}

/** The value on one line, or undefined where that is wider than the room. Stops reading as soon as it is. */
function onOneLine(value: Json, room: number): string | undefined {
  if (!isContainer(value)) return fitting(JSON.stringify(value), room);
  const parts = partsOf(value);
  const [open, close] = bracketsOf(value, parts);
  let left = room - open.length - close.length + 2;
  const texts: string[] = [];
  for (const { label, value: inner } of parts) {
    left -= 2;
    const text = onOneLine(inner, left - widthOf(label));
    if (text === undefined) return undefined;
    texts.push(label + text);
    left -= widthOf(label + text);
  }
  return fitting(open + texts.join(', ') + close, room);
}

function stacked(parts: Part[], indent: string): string {
  const lines = parts.map(({ label, value }, index) => {
    const after = index < parts.length - 1 ? 1 : 0;
    return label + layOut(value, { indent, before: indent.length + widthOf(label), after });
  });
  return lines.join(`,\n${indent}`);
}

/** As many numbers on each line as it takes. */
function wrapped(numbers: number[], indent: string): string {
  const texts = numbers.map(
    (number, index) => JSON.stringify(number) + (index < numbers.length - 1 ? ',' : ''),
  );
  const lines: string[] = [];
  for (const text of texts) {
    const longer = lines.length === 0 ? text : `${lines.at(-1)} ${text}`;
    if (lines.length > 0 && indent.length + longer.length <= LINE_WIDTH) lines[lines.length - 1] = longer;
    else lines.push(text);
  }
  return lines.join(`\n${indent}`);
}

function partsOf(value: Json): Part[] {
  if (Array.isArray(value)) return value.map((inner) => ({ label: '', value: inner }));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([key, inner]) => ({ label: `${JSON.stringify(key)}: `, value: inner }));
}

function bracketsOf(value: Json, parts: Part[]): [string, string] {
  if (Array.isArray(value)) return ['[', ']'];
  return parts.length === 0 ? ['{', '}'] : ['{ ', ' }'];
}

function isContainer(value: Json): boolean {
  return typeof value === 'object' && value !== null;
}

function isNumbers(value: Json): value is number[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'number');
}

function fitting(text: string, room: number): string | undefined {
  return widthOf(text) <= room ? text : undefined;
}

function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const sign of text) {
    if (!NO_WIDTH.test(sign)) width += eastAsianWidth(sign.codePointAt(0) ?? 0);
  }
  return width;
}
