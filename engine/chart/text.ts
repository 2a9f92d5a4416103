import { escapeHtml } from '#core/json/index.ts';

/** Characters as wide as they are high: CJK, kana, fullwidth forms. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** How wide a text is at a font size; a little generous, since the reader's font is not known. */
export function widthOf(text: string, size: number): number {
  return [...text].reduce((width, character) => width + (WIDE.test(character) ? 1 : 0.6), 0) * size;
}

/** What may not begin a line. */
const CLOSING = /^[，。、；：？！）》」』】〕”’,.;:?!)\]]/;

/** What may stand alone on a line: words, blanks, single wide characters, each with the marks that open it. */
const PIECES = /[“‘（《「『【〔]*(?:[\u0021-\u024f]+|\s+|[\s\S])/gu;

/** Breaks a text into lines no wider than `most`: at blanks where it has them, else between characters. */
export function wrap(text: string, size: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(PIECES) ?? []) {
    const fits = widthOf(line + piece, size) <= most || CLOSING.test(piece);
    if (!fits && line.trim() !== '') {
      lines.push(line.trim());
      line = piece.trimStart();
    } else line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trim()];
}

/** Text that may stand in an element or an attribute. Characters that XML has none for are left out. */
export function xmlText(text: string): string {
  return escapeHtml([...text].filter((character) => character >= ' ').join(''));
}
