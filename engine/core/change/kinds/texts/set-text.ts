import { TEXT_MAPS, TEXTS } from '#core/translate/index.ts';
import { addressOf, fileAt, readAddress } from '../../find/addresses.ts';
import { ChangeRefused } from '../../refused.ts';
import { defineKind } from '../kind.ts';

/** A text that people read is another: a title, a help, a message. */
export const setText = defineKind('setText', {
  required: ['part', 'way', 'text'],
  optional: ['id', 'cycle'],
  make(editor, { text, ...address }) {
    const file = fileAt(editor, address);
    const before = editor.value(file, address.way);
    const isLaidOver = address.way[0] === 'overlay' && before === undefined;
    if (typeof before !== 'string' && !isLaidOver)
      throw new ChangeRefused('no-text', { at: address.way.join('/') }, file);
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
