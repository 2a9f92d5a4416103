import { sectionHome } from '../../find/homes.ts';
import { addElement } from '../elements.ts';
import { defineKind } from '../kind.ts';
import { elementAdded } from '../recognised.ts';

/** A grid has an item more, for every form or for one. */
export const addItem = defineKind('addItem', {
  required: ['section', 'item', 'element'],
  optional: ['category', 'cycle', 'after'],
  make(editor, { item, element, after, ...level }) {
    const container = { ...sectionHome(editor, level), way: ['items'] };
    addElement(editor, container, item, { id: item, ...element }, after);
  },
  words: ({ item, element, ...level }, titles) => ({
    where: titles.level(level),
    title: element.title ?? item,
  }),
  recognise: (difference) => elementAdded(difference, 'item', ['items']),
});
