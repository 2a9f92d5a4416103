import { isObject } from '#core/json/index.ts';
import type { Editor } from '../../editor/editor.ts';
import { categoryHome } from '../../find/homes.ts';
import { editionFile, type Reading } from '../../find/parts.ts';
import { ChangeRefused } from '../../refused.ts';
import { defineKind } from '../kind.ts';

/** A fact of the edition is another, or is another in one form. */
export const setFact = defineKind('setFact', {
  required: ['fact', 'value'],
  optional: ['category', 'cycle'],
  make(editor, { fact, value, category, cycle }) {
    const edition = editionFile(editor, cycle);
    const known = editor.value(edition, ['facts', fact]);
    if (known === undefined) throw new ChangeRefused('absent', { at: fact }, edition);
    if (category !== undefined)
      return editor.put(categoryHome(editor, category, cycle).file, ['facts', fact], value);
    editor.put(edition, valueWay(editor, edition, fact), value);
  },
  words: ({ fact, value, category, cycle }, titles, files) => ({
    where: category === undefined ? undefined : titles.category(category, cycle),
    ...(category !== undefined && { form: 'category' }),
    title: titles.fact(fact, cycle),
    before: files.value(editionFile(files, cycle), valueWay(files, editionFile(files, cycle), fact)),
    value,
  }),
  recognise({ part, path: [list, fact, word, ...rest], after }) {
    if (list !== 'facts' || fact === undefined || after === undefined) return undefined;
    const isWhole = word === undefined ? !isObject(after) : word === 'value' && rest.length === 0;
    if (!isWhole || (part.kind !== 'edition' && part.kind !== 'category')) return undefined;
    return {
      fact,
      value: after,
      ...(part.kind === 'category' && { category: part.id }),
      ...(part.cycle !== undefined && { cycle: part.cycle }),
    };
  },
});

/** A fact is its value, or an object that says it with a title and unit beside it. */
function valueWay(files: Reading | Editor, edition: string, fact: string): string[] {
  const known = files.value(edition, ['facts', fact]);
  return isObject(known) && 'value' in known ? ['facts', fact, 'value'] : ['facts', fact];
}
