import { inSection, sectionHome } from '../../find/homes.ts';
import { removeElement } from '../elements.ts';
import { takeOverlays } from '../fields/take-along.ts';
import { defineKind } from '../kind.ts';
import { elementRemoved } from '../recognised.ts';

/** A grid has an item less, for every form or for one. */
export const removeItem = defineKind('removeItem', {
  required: ['section', 'item'],
  optional: ['category', 'cycle'],
  make(editor, { item, ...level }) {
    const home = sectionHome(editor, level);
    const isInherited = home.isOverlay && inSection(editor, level, ['items', item], true) !== undefined;
    removeElement(editor, { ...home, way: ['items'] }, item, isInherited);
    takeOverlays(editor, level, ['items', item]);
  },
  words: ({ item, ...level }, titles) => ({
    where: titles.level(level),
    title: titles.inSection(level, ['items', item], item),
  }),
  recognise: (difference) => elementRemoved(difference, 'item', ['items']),
});
