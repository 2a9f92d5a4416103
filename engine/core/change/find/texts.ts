import { isObject } from '#core/json/index.ts';
import { textPlace } from '#core/translate/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';
import type { Editor } from '../editor/editor.ts';
import { partsOf, type Reading } from './parts.ts';

/** The locale files that speak of a file: those beside it, of its cycle or of the programme. */
function localesBeside(files: Reading, file: string): string[] {
  const cycle = identifyFile(file)?.cycle;
  return partsOf(files)
    .filter((part) => part.kind === 'locale' && part.cycle === cycle)
    .map(({ path }) => path);
}

/** Takes the translations of what is gone out of the locale files. */
export function forgetTexts(editor: Editor, file: string, path: readonly string[]): void {
  eachText(editor, file, path, (locale, key) => editor.take(locale, ['texts', key]));
}

/** Lets the translations of what is called otherwise speak of it under its new way. */
export function renameTexts(
  editor: Editor,
  file: string,
  path: readonly string[],
  to: readonly string[],
): void {
  const [from, next] = [textPlace(file, path), textPlace(file, to)];
  if (from === undefined || next === undefined) return;
  eachText(editor, file, path, (locale, key) =>
    editor.rename(locale, ['texts', key], next + key.slice(from.length)),
  );
}

function eachText(
  editor: Editor,
  file: string,
  path: readonly string[],
  act: (locale: string, key: string) => void,
): void {
  const from = textPlace(file, path);
  if (from === undefined) return;
  for (const locale of localesBeside(editor, file)) {
    const texts = editor.value(locale, ['texts']);
    const keys = isObject(texts) ? Object.keys(texts) : [];
    for (const key of keys.filter((one) => one === from || one.startsWith(`${from}/`))) act(locale, key);
  }
}
