import { type Change, sentencesOf } from '#core/change/index.ts';
import { unescapeHtml } from '#core/json/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';

/** A sentence of a sheet: its place among all, how it is read, and which it is of those that read alike. */
export type SheetSentence = { index: number; text: string; nth: number };

/** The template of a sheet of a cycle, in the programme's own language. */
export function templateIn(files: readonly SourceFile[], sheet: string, cycle: string): string {
  const own = files.find((file) => {
    const found = identifyFile(file.path);
    const isOf = found?.kind === 'template' && found.id === sheet && found.language === undefined;
    return isOf && (found.cycle ?? cycle) === cycle;
  });
  return own?.text ?? '';
}

/** The sentences of a template, in its order. */
export function sentencesIn(template: string): SheetSentence[] {
  const read = sentencesOf(template).map(({ text }) => unescapeHtml(text));
  return read.map((text, index) => ({
    ...{ index, text },
    nth: read.slice(0, index).filter((one) => one === text).length,
  }));
}

/** The change that makes another sentence of it. */
export const sentenceChange = (
  sheet: string,
  cycle: string,
  { text: find, nth }: SheetSentence,
  text: string,
): Change => ({ kind: 'editSentence', sheet, cycle, find, text, ...(nth > 0 && { nth }) });
