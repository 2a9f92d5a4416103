import { asText } from '#core/json/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import { type PlacedText, textsOfFile } from '#core/translate/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';
import type { Editor } from '../editor/editor.ts';
import { type Part, partsOf } from '../find/parts.ts';
import { moveKeys } from './move-keys.ts';
import { pairTexts, type TextPair } from './pair-texts.ts';
import { withPlaceholders } from './placeholders.ts';

/**
 * Lets translations follow the texts of which they are after a change: a text that stands elsewhere takes its
 * translations along, a copy for one cycle has them too, and those of what is gone go.
 */
export function followTexts(before: readonly SourceFile[], editor: Editor): void {
  if (!partsOf(editor).some(({ kind }) => kind === 'locale')) return;
  const known = new Map(before.map((file) => [file.path, file]));
  const now = new Map(editor.files().map((file) => [file.path, file]));
  for (const path of new Set([...known.keys(), ...now.keys()])) {
    const [was, is] = [known.get(path), now.get(path)];
    if (was === is) continue;
    const shared = was ?? sharedBy(path, known);
    if (shared) followIn(editor, shared, is ?? { path });
  }
}

/** What a part of one cycle's own stood for until now. */
function sharedBy(path: string, known: ReadonlyMap<string, SourceFile>): SourceFile | undefined {
  const cycle = identifyFile(path)?.cycle;
  return cycle === undefined ? undefined : known.get(path.slice(cycle.length + 1));
}

function followIn(editor: Editor, was: SourceFile, is: SourceFile): void {
  const [old, next] = [was, is].map((file) => ({ json: file.json ?? null, texts: textsOfFile(file) }));
  if (!old || !next || old.texts.length === 0) return;
  const pairs = pairTexts(old, next);
  const cycle = identifyFile(was.path)?.cycle;
  for (const locale of partsOf(editor).filter((part) => part.kind === 'locale' && part.cycle === cycle)) {
    if (was.path === is.path) moveTexts(editor, locale.path, old.texts, pairs);
    else copyTexts(editor, locale, identifyFile(is.path)?.cycle ?? '', pairs);
  }
}

function moveTexts(editor: Editor, locale: string, old: readonly PlacedText[], pairs: TextPair[]): void {
  const stayed = new Set(pairs.map(({ was }) => was));
  for (const text of old)
    if (!stayed.has(text) && translationOf(editor, locale, text) !== undefined)
      editor.take(locale, ['texts', text.place]);
  const translated = pairs.filter(({ was }) => translationOf(editor, locale, was) !== undefined);
  for (const { was, is } of translated) {
    const text = translationOf(editor, locale, was) ?? '';
    editor.put(locale, ['texts', was.place], withPlaceholders(text, was.text, is.text));
  }
  moveKeys(
    editor,
    locale,
    translated.filter(({ was, is }) => was.place !== is.place).map(({ was, is }) => [was.place, is.place]),
  );
}

/** A cycle's own copy of a part is translated where that cycle's texts are. */
function copyTexts(editor: Editor, locale: Part, cycle: string, pairs: TextPair[]): void {
  const path = `${cycle}/${locale.path}`;
  for (const { was, is } of pairs) {
    const text = translationOf(editor, locale.path, was);
    if (text === undefined || translationOf(editor, path, is) !== undefined) continue;
    if (editor.value(path) === undefined) editor.add(path, { id: locale.id, texts: {} }, true);
    editor.put(path, ['texts', is.place], withPlaceholders(text, was.text, is.text));
  }
}

const translationOf = (editor: Editor, locale: string, { place }: PlacedText): string | undefined =>
  asText(editor.value(locale, ['texts', place]));
