import { inSection, sectionHome } from '../../find/homes.ts';
import { addElement, changeElement, removeElement } from '../elements.ts';
import { defineKind } from '../kind.ts';
import { elementAdded, elementChanged, elementRemoved } from '../recognised.ts';
import { takeOverlays } from './take-along.ts';

const WAY = ['slots'];

/** Evidence is asked for. */
export const addSlot = defineKind('addSlot', {
  required: ['section', 'slot', 'element'],
  optional: ['category', 'cycle', 'after'],
  make: (editor, { slot, element, after, ...level }) =>
    addElement(editor, { ...sectionHome(editor, level), way: WAY }, slot, { id: slot, ...element }, after),
  words: ({ slot, element, ...level }, titles) => ({
    where: titles.level(level),
    title: element.title ?? slot,
  }),
  recognise: (difference) => elementAdded(difference, 'slot', WAY),
});

/** Evidence is asked for otherwise. */
export const changeSlot = defineKind('changeSlot', {
  required: ['section', 'slot', 'patch'],
  optional: ['category', 'cycle'],
  make: (editor, { slot, patch, ...level }) =>
    changeElement(editor, { ...sectionHome(editor, level), way: WAY }, slot, patch),
  words: ({ slot, patch, ...level }, titles) => ({
    where: titles.level(level),
    title: titles.inSection(level, [...WAY, slot], slot),
    patch,
  }),
  recognise: (difference) => elementChanged(difference, 'slot', WAY),
});

/** Evidence is asked for no more. */
export const removeSlot = defineKind('removeSlot', {
  required: ['section', 'slot'],
  optional: ['category', 'cycle'],
  make(editor, { slot, ...level }) {
    const home = sectionHome(editor, level);
    const isInherited = home.isOverlay && inSection(editor, level, [...WAY, slot], true) !== undefined;
    removeElement(editor, { ...home, way: WAY }, slot, isInherited);
    takeOverlays(editor, level, [...WAY, slot]);
  },
  words: ({ slot, ...level }, titles) => ({
    where: titles.level(level),
    title: titles.inSection(level, [...WAY, slot], slot),
  }),
  recognise: (difference) => elementRemoved(difference, 'slot', WAY),
});
