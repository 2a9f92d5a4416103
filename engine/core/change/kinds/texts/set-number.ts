import { addressOf, fileAt, readAddress } from '../../find/addresses.ts';
import { ChangeRefused } from '../../refused.ts';
import { defineKind } from '../kind.ts';

/** A number is another, wherever it stands: in a rule, an expression, a quota. */
export const setNumber = defineKind('setNumber', {
  required: ['part', 'way', 'number'],
  optional: ['id', 'cycle'],
  make(editor, { number, ...address }) {
    const file = fileAt(editor, address);
    if (typeof editor.value(file, address.way) !== 'number')
      throw new ChangeRefused('no-number', { at: address.way.join('/') }, file);
    editor.put(file, address.way, number);
  },
  words: ({ number, ...address }, titles, files) => {
    const last = address.way.at(-1) ?? '';
    const word = titles.keyword(last);
    return {
      ...(word !== last && { form: 'named', word }),
      where: readAddress(files, address),
      before: titles.value(address),
      number,
    };
  },
  recognise({ part, path, before, after }) {
    return typeof before === 'number' && typeof after === 'number'
      ? { ...addressOf(part, path), number: after }
      : undefined;
  },
});
