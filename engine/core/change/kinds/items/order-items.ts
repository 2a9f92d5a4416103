import { sectionHome } from '../../find/homes.ts';
import { orderElements } from '../elements.ts';
import { defineKind } from '../kind.ts';
import { elementsOrdered } from '../recognised.ts';

/** Items of a grid stand in another order. */
export const orderItems = defineKind('orderItems', {
  required: ['section', 'order'],
  optional: ['category', 'cycle'],
  make: (editor, { order, ...level }) =>
    orderElements(editor, { ...sectionHome(editor, level), way: ['items'] }, order),
  words: ({ order, ...level }, titles) => ({
    where: titles.level(level),
    titles: order.map((item) => titles.inSection(level, ['items', item], item)),
  }),
  recognise: (difference) => elementsOrdered(difference, ['items']),
});
