import { isObject, type Json, sameJson } from '#core/json/index.ts';
import type { Difference } from '../../diff/differences.ts';
import { childrenOf } from '../../editor/children.ts';
import type { Editor } from '../../editor/editor.ts';
import { partHome } from '../../find/homes.ts';
import { ChangeRefused } from '../../refused.ts';
import { addElement, type Container, changeElement, removeElement } from '../elements.ts';
import { defineKind } from '../kind.ts';
import { movedIn, renamedIn } from '../moved.ts';
import { cycleOf, partElement } from '../recognised.ts';

/** Columns go by their ids, by their titles where they have none. */
const WAY = ['columns'];

const columnsIn = (editor: Editor, roster: string, cycle?: string): Container => ({
  ...partHome(editor, 'roster', roster, cycle),
  way: WAY,
});

/** Whoever reads a roster knows its columns by their titles: no two have the same. */
function refuseTitleTwice(editor: Editor, { file }: Container, column: string, title?: Json): void {
  const others = (childrenOf(editor.value(file, WAY)) ?? []).filter(([key]) => key !== column);
  if (others.some(([, one]) => isObject(one) && one.title === title))
    throw new ChangeRefused('taken', { id: String(title) }, file);
}

/** A roster has a column more. */
export const addColumn = defineKind('addColumn', {
  required: ['roster', 'column', 'element'],
  optional: ['cycle', 'after'],
  make(editor, { roster, column, element, after, cycle }) {
    const container = columnsIn(editor, roster, cycle);
    refuseTitleTwice(editor, container, column, element.title);
    const own = element.title === column ? element : { id: column, ...element };
    addElement(editor, container, column, own, after);
  },
  words: ({ roster, column, element, cycle }, titles) => ({
    where: titles.part('roster', roster, cycle),
    title: element.title ?? column,
  }),
  recognise(difference) {
    const found = columnOf(difference);
    if (!found || found.before || !found.after) return undefined;
    const { id: _id, ...element } = found.after;
    return { ...found.level, element, ...(found.behind !== undefined && { after: found.behind }) };
  },
});

/** A column shows something else, or shows it otherwise. */
export const changeColumn = defineKind('changeColumn', {
  required: ['roster', 'column', 'patch'],
  optional: ['cycle'],
  make: (editor, { roster, column, patch, cycle }) =>
    changeElement(editor, columnsIn(editor, roster, cycle), column, patch),
  words: ({ roster, column, patch, cycle }, titles) => ({
    where: titles.part('roster', roster, cycle),
    title: titles.inPart('roster', roster, [...WAY, column], cycle),
    patch,
  }),
  recognise(difference) {
    const { patch, level } = columnOf(difference) ?? {};
    return patch && level && !sameJson(Object.keys(patch), ['title']) ? { ...level, patch } : undefined;
  },
});

/** A column has another title. */
export const renameColumn = defineKind('renameColumn', {
  required: ['roster', 'column', 'title'],
  optional: ['cycle'],
  make(editor, { roster, column, title, cycle }) {
    const container = columnsIn(editor, roster, cycle);
    const { file } = container;
    const path = [...WAY, column];
    const found = editor.value(file, path);
    if (!isObject(found)) throw new ChangeRefused('absent', { at: column }, file);
    refuseTitleTwice(editor, container, column, title);
    if (found.id === column) return editor.put(file, [...path, 'title'], title);
    editor.rename(file, path, title);
  },
  words: ({ roster, column, title, cycle }, titles) => ({
    where: titles.part('roster', roster, cycle),
    title: titles.inPart('roster', roster, [...WAY, column], cycle),
    other: title,
  }),
  recognise(difference) {
    const { patch, level } = columnOf(difference) ?? {};
    if (patch && level && sameJson(Object.keys(patch), ['title']))
      return { ...level, title: String(patch.title) };
    if (difference.part.kind !== 'roster' || !sameJson(difference.path, WAY)) return undefined;
    const [renamed] = renamedIn(difference.before, difference.after);
    return (
      renamed && {
        roster: difference.part.id,
        ...cycleOf(difference),
        column: renamed.from,
        title: renamed.to,
      }
    );
  },
});

/** A column stands elsewhere: behind another, or first. */
export const moveColumn = defineKind('moveColumn', {
  required: ['roster', 'column', 'after'],
  optional: ['cycle'],
  make(editor, { roster, column, after, cycle }) {
    const { file } = columnsIn(editor, roster, cycle);
    const keys = (childrenOf(editor.value(file, WAY)) ?? [])
      .map(([key]) => key)
      .filter((key) => key !== column);
    const at = after === null ? 0 : keys.indexOf(after) + 1;
    if (editor.value(file, [...WAY, column]) === undefined || (at === 0 && after !== null))
      throw new ChangeRefused('absent', { at: after ?? column }, file);
    editor.order(file, WAY, [...keys.slice(0, at), column, ...keys.slice(at)]);
  },
  words: ({ roster, column, after, cycle }, titles) => ({
    form: after === null ? 'first' : 'behind',
    where: titles.part('roster', roster, cycle),
    title: titles.inPart('roster', roster, [...WAY, column], cycle),
    ...(after !== null && { other: titles.inPart('roster', roster, [...WAY, after], cycle) }),
  }),
  recognise(difference) {
    const { keys, part } = difference;
    if (part.kind !== 'roster' || !keys || !sameJson(difference.path, WAY)) return undefined;
    const moved = movedIn(keys.before, keys.after);
    return moved && { roster: part.id, ...cycleOf(difference), column: moved.key, after: moved.behind };
  },
});

/** Columns stand in another order. */
export const orderColumns = defineKind('orderColumns', {
  required: ['roster', 'order'],
  optional: ['cycle'],
  make(editor, { roster, order, cycle }) {
    editor.order(columnsIn(editor, roster, cycle).file, WAY, order);
  },
  words: ({ roster, order, cycle }, titles) => ({
    where: titles.part('roster', roster, cycle),
    titles: order.map((column) => titles.inPart('roster', roster, [...WAY, column], cycle)),
  }),
  recognise(difference) {
    const { keys, part } = difference;
    if (part.kind !== 'roster' || !keys || !sameJson(difference.path, WAY)) return undefined;
    return { roster: part.id, ...cycleOf(difference), order: keys.after };
  },
});

/** A roster has a column less. */
export const removeColumn = defineKind('removeColumn', {
  required: ['roster', 'column'],
  optional: ['cycle'],
  make(editor, { roster, column, cycle }) {
    const container = columnsIn(editor, roster, cycle);
    removeElement(editor, container, column, false);
  },
  words: ({ roster, column, cycle }, titles) => ({
    where: titles.part('roster', roster, cycle),
    title: titles.inPart('roster', roster, [...WAY, column], cycle),
  }),
  recognise(difference) {
    const found = columnOf(difference);
    return found?.before && !found.after ? found.level : undefined;
  },
});

function columnOf(difference: Difference) {
  const found = difference.part.kind === 'roster' ? partElement(difference, WAY) : undefined;
  return (
    found && { ...found, level: { roster: difference.part.id, column: found.id, ...cycleOf(difference) } }
  );
}
