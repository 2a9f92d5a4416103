import { type TextRow, textChange } from '../model/texts.ts';
import { belowHeadings, type Exchange, type ReadLine, refusedLine, sameCell } from './lines.ts';

/** What is written of texts in tables. */
type TextTableWords = {
  textsTitle: string;
  textHeadings: string[];
  textChanged: (text: string, other: string) => string;
  textMissing: string;
  unknownText: string;
  manyTexts: (count: number) => string;
  twice: string;
};

/**
 * Texts as a table: where each stands, itself, and its address, by which it is known again. Two columns without an
 * address are a text and what becomes of it.
 */
export function textTable(
  { shown, all }: { shown: readonly TextRow[]; all: readonly TextRow[] },
  words: TextTableWords,
): Exchange {
  return {
    title: words.textsTitle,
    headings: words.textHeadings,
    lines: shown.map(({ place, text, key }) => [place, text, key]),
    read: (lines) => readTexts(lines, all, words),
  };
}

function readTexts(lines: string[][], all: readonly TextRow[], words: TextTableWords): ReadLine[] {
  const byKey = new Map(all.map((row) => [row.key, row]));
  const seen = new Set<string>();
  return belowHeadings(lines, words.textHeadings).rest.map((line): ReadLine => {
    const [first = '', second = '', key = ''] = line;
    const addressed = byKey.get(key);
    const named = key === '' ? all.filter(({ text }) => sameCell(text, first)) : [];
    const [row = addressed] = named;
    if (!row) return refusedLine(first || second, words.unknownText);
    if (named.length > 1) return refusedLine(first, words.manyTexts(named.length));
    if (seen.has(row.key)) return refusedLine(row.text, words.twice);
    seen.add(row.key);
    if (second === '') return refusedLine(row.text, words.textMissing);
    if (sameCell(second, row.text)) return { text: row.text, changes: [] };
    return { text: words.textChanged(row.text, second), changes: [textChange(row, second)] };
  });
}
