import { isObject } from '#core/json/index.ts';
import { partNamed, partsOf } from '../../find/parts.ts';
import { ChangeRefused } from '../../refused.ts';
import { defineKind } from '../kind.ts';

/** A cycle has a form more. */
export const addCategory = defineKind('addCategory', {
  required: ['cycle', 'category', 'element'],
  make: (editor, { cycle, category, element }) =>
    editor.add(`${cycle}/categories/${category}.json`, { id: category, ...element }),
  words: ({ cycle, category, element }, titles) => ({
    where: titles.cycle(cycle),
    title: element.title ?? category,
  }),
  recognise({ part, path, before, after }) {
    if (part.kind !== 'category' || part.cycle === undefined || path.length > 0) return undefined;
    if (before !== undefined || !isObject(after) || part.path !== `${part.cycle}/categories/${part.id}.json`)
      return undefined;
    const { id: _id, ...element } = after;
    return { cycle: part.cycle, category: part.id, element };
  },
});

/** A cycle has a form less. Refused while another extends it. */
export const removeCategory = defineKind('removeCategory', {
  required: ['category'],
  optional: ['cycle'],
  make(editor, { category, cycle }) {
    const part = partNamed(editor, 'category', category, cycle);
    const heir = partsOf(editor).find(
      (one) =>
        one.kind === 'category' &&
        one.cycle === part.cycle &&
        editor.value(one.path, ['extends']) === category,
    );
    if (heir) throw new ChangeRefused('in-use', { id: category, by: heir.id }, heir.path, '/extends');
    editor.remove(part.path);
  },
  words: ({ category, cycle }, titles) => ({ title: titles.category(category, cycle) }),
  recognise({ part, path, after, keys }) {
    if (part.kind !== 'category' || path.length > 0 || after !== undefined || keys) return undefined;
    return { category: part.id, ...(part.cycle !== undefined && { cycle: part.cycle }) };
  },
});
