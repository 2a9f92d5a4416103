import { sectionHome } from '../../find/homes.ts';
import { changeElement } from '../elements.ts';
import { defineKind } from '../kind.ts';
import { elementChanged } from '../recognised.ts';

/** An item of a grid is another: its title, unit, cell, condition … */
export const changeItem = defineKind('changeItem', {
  required: ['section', 'item', 'patch'],
  optional: ['category', 'cycle'],
  make: (editor, { item, patch, ...level }) =>
    changeElement(editor, { ...sectionHome(editor, level), way: ['items'] }, item, patch),
  words: ({ item, patch, ...level }, titles) => ({
    where: titles.level(level),
    title: titles.inSection(level, ['items', item], item),
    patch,
  }),
  recognise: (difference) => elementChanged(difference, 'item', ['items']),
});
