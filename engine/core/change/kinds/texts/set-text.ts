import { TEXT_MAPS, TEXTS } from '#core/translate/index.ts';
import type { Editor } from '../../editor/editor.ts';
import { addressOf, fileAt, readAddress } from '../../find/addresses.ts';
import { ChangeRefused } from '../../refused.ts';
import { defineKind } from '../kind.ts';

/**
 * The texts of the list in which a way ends by a number, such as the paragraphs of a guide: each has no name but itself.
 * Undefined where it ends elsewhere.
 */
function textsAround(editor: Editor, file: string, way: readonly string[]): string[] | undefined {
  const list = editor.value(file, way.slice(0, -1));
  const last = way.at(-1) ?? '';
  if (!Array.isArray(list) || !/^\d+$/.test(last) || Number(last) >= list.length) return undefined;
  return list.every((one) => typeof one === 'string') ? list : undefined;
}

const isInList = (editor: Editor, file: string, way: readonly string[]): boolean =>
  Array.isArray(editor.value(file, way.slice(0, -1)));

/** A text that people read is another: a title, a help, a message. */
export const setText = defineKind('setText', {
  required: ['part', 'way', 'text'],
  optional: ['id', 'cycle'],
  make(editor, { text, ...address }) {
    const file = fileAt(editor, address);
    const list = textsAround(editor, file, address.way);
    const last = address.way.at(-1);
    const owner = address.way.slice(0, -1);
    if (list !== undefined) {
      const texts = list.map((one, at) => (String(at) === last ? text : one));
      return editor.put(file, owner, texts);
    }
    const before = editor.value(file, address.way);
    const isLaidOver = address.way[0] === 'overlay' && before === undefined;
    if (typeof before !== 'string' && !isLaidOver)
      throw new ChangeRefused('no-text', { at: address.way.join('/') }, file);
    // An element of a list may go by this very text: then it goes by another name, and is found again by it.
    if (before !== undefined && before === owner.at(-1) && isInList(editor, file, owner))
      return editor.rename(file, owner, text);
    editor.put(file, address.way, text);
  },
  words: ({ text, ...address }, titles, files) => ({
    where: readAddress(files, address),
    word: titles.keyword(address.way.at(-1) ?? ''),
    text,
  }),
  recognise({ part, path, before = '', after }) {
    if (typeof before !== 'string' || typeof after !== 'string') return undefined;
    const isText = TEXTS.has(path.at(-1) ?? '') || TEXT_MAPS.has(path.at(-2) ?? '');
    return isText ? { ...addressOf(part, path), text: after } : undefined;
  },
});
