import { cleanLine, cleanLines } from './clean.ts';
import { cutText } from './cut.ts';

const MOST_CHARACTERS = 32_767;
const MOST_OF_NAME = 31;
/** With the marks before it that keep another such text from being one. */
const FORMULA_START = /^'*[=+\-@＝＋－＠]/;
/** How the format writes a character by its number: text that looks so would be read as that character. */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/**
 * Text as it may stand in a cell: clean, in its lines, no longer than Excel holds, with the format's own escapes where
 * it looks like one, and never read as a formula, not even after somebody saves the sheet as CSV.
 */
export function cellText(value: string): string {
  const clean = cutText(cleanLines(value), MOST_CHARACTERS - 1);
  const inert = FORMULA_START.test(clean) ? `'${clean}` : clean;
  return inert.replace(ESCAPE, '_x005F_');
}

/** What `cellText` made a cell of: without the mark before it, each escape as the character that it stands for. */
export function textOfCell(cell: string): string {
  const text = cell.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return cleanLines(text.startsWith("'") && FORMULA_START.test(text) ? text.slice(1) : text);
}

/** A worksheet's name: 31 characters at most, none that Excel refuses, no quotes at its ends. */
export function sheetName(title: string): string {
  const allowed = cleanLine(title.replace(/[*?:\\/[\]]/g, ' '));
  return (
    cutText(allowed, MOST_OF_NAME)
      .replace(/^'+|'+$/g, '')
      .trim() || 'Sheet1'
  );
}
