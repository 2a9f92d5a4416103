import { editionFile } from '../../find/parts.ts';
import { ChangeRefused } from '../../refused.ts';
import { defineKind } from '../kind.ts';

const DATE = /^\d{4}-\d{2}-\d{2}/;

/** A day or an hour of the cycle is another: when it opens and closes, at which day codes are read. */
export const setDate = defineKind('setDate', {
  required: ['name', 'text'],
  optional: ['cycle'],
  make(editor, { name, text, cycle }) {
    const file = editionFile(editor, cycle);
    if (!DATE.test(text)) throw new ChangeRefused('no-date', { text }, file);
    editor.put(file, ['cycle', name], text);
  },
  words: ({ name, text, cycle }, titles, files) => ({
    where: titles.cycle(cycle),
    word: titles.keyword(name),
    before: files.value(editionFile(files, cycle), ['cycle', name]),
    text,
  }),
  recognise({ part, path, before, after }) {
    const [list, name, ...rest] = path;
    if (part.kind !== 'edition' || list !== 'cycle' || name === undefined || rest.length > 0)
      return undefined;
    if (typeof before !== 'string' || typeof after !== 'string' || !DATE.test(after)) return undefined;
    return { name, text: after, ...(part.cycle !== undefined && { cycle: part.cycle }) };
  },
});
