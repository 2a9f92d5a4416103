import type { Json } from '#core/json/index.ts';
import type { Editor } from '../editor/editor.ts';

type Move = [from: string, to: string];

/** Puts translations under the places where their texts stand now, each in the line where it stood. */
export function moveKeys(editor: Editor, locale: string, moves: readonly Move[]): void {
  const textAt = (place: string): Json | undefined => editor.value(locale, ['texts', place]);
  let open = moves;
  for (;;) {
    const next = open.find(([, to]) => !open.some(([from]) => from === to));
    if (!next) break;
    const [from, to] = next;
    // What has been translated there already is what somebody meant.
    if (textAt(to) === undefined) editor.rename(locale, ['texts', from], to);
    else editor.take(locale, ['texts', from]);
    open = open.filter((move) => move !== next);
  }
  // What is left changes places among itself.
  const texts = open.map(([from]) => textAt(from) ?? null);
  for (const [index, [, to]] of open.entries()) editor.put(locale, ['texts', to], texts[index] ?? null);
}
