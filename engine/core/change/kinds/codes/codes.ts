import type { Difference } from '../../diff/differences.ts';
import type { Editor } from '../../editor/editor.ts';
import { partHome } from '../../find/homes.ts';
import { ChangeRefused } from '../../refused.ts';
import { addElement, type Container, changeElement, removeElement } from '../elements.ts';
import { defineKind } from '../kind.ts';
import { cycleOf, partElement } from '../recognised.ts';

const WAY = ['entries'];

const entriesOf = (editor: Editor, list: string, cycle?: string): Container => ({
  ...partHome(editor, 'codes', list, cycle),
  way: WAY,
});

/** A code list has a code more, of a day where `element` says `validFrom`. */
export const addCode = defineKind('addCode', {
  required: ['list', 'code', 'element'],
  optional: ['cycle', 'after'],
  make(editor, { list, code, element, after, cycle }) {
    // People type codes, and no blank is seen.
    if (/\s/.test(code)) throw new ChangeRefused('no-name', { id: code });
    addElement(editor, entriesOf(editor, list, cycle), code, { code, ...element }, after);
  },
  words: ({ list, code, element, cycle }, titles) => ({
    ...(typeof element.validFrom === 'string' && { form: 'from', from: element.validFrom }),
    where: titles.part('codes', list, cycle),
    title: element.title ?? code,
  }),
  recognise(difference) {
    const found = entryOf(difference);
    if (!found || found.before || !found.after) return undefined;
    const { code: _code, ...element } = found.after;
    return { ...found.level, element, ...(found.behind !== undefined && { after: found.behind }) };
  },
});

/** A code is valid until a day, that day included; another may take over. */
export const endCode = defineKind('endCode', {
  required: ['list', 'code', 'until'],
  optional: ['cycle', 'successor'],
  make: (editor, { list, code, until, successor, cycle }) =>
    changeElement(editor, entriesOf(editor, list, cycle), code, {
      validTo: until,
      ...(successor !== undefined && { successor }),
    }),
  words: ({ list, code, until, successor, cycle }, titles) => ({
    ...(successor !== undefined && {
      form: 'successor',
      successor: titles.inPart('codes', list, [...WAY, successor], cycle),
    }),
    where: titles.part('codes', list, cycle),
    title: titles.inPart('codes', list, [...WAY, code], cycle),
    until,
  }),
  recognise(difference) {
    const { patch, level } = entryOf(difference) ?? {};
    if (!patch || !level || typeof patch.validTo !== 'string') return undefined;
    const { validTo, successor, ...rest } = patch;
    if (Object.keys(rest).length > 0 || (successor !== undefined && typeof successor !== 'string'))
      return undefined;
    return { ...level, until: validTo, ...(successor !== undefined && { successor }) };
  },
});

/** A code is another: its title, its days, its attributes. */
export const changeCode = defineKind('changeCode', {
  required: ['list', 'code', 'patch'],
  optional: ['cycle'],
  make: (editor, { list, code, patch, cycle }) =>
    changeElement(editor, entriesOf(editor, list, cycle), code, patch),
  words: ({ list, code, patch, cycle }, titles) => ({
    where: titles.part('codes', list, cycle),
    title: titles.inPart('codes', list, [...WAY, code], cycle),
    patch,
  }),
  recognise(difference) {
    const { patch, level } = entryOf(difference) ?? {};
    return patch && level && { ...level, patch };
  },
});

/** A code is taken out of its list: answers that have it are set aside when they move to this edition. */
export const removeCode = defineKind('removeCode', {
  required: ['list', 'code'],
  optional: ['cycle'],
  make(editor, { list, code, cycle }) {
    const container = entriesOf(editor, list, cycle);
    removeElement(editor, container, code, false);
  },
  words: ({ list, code, cycle }, titles) => ({
    where: titles.part('codes', list, cycle),
    title: titles.inPart('codes', list, [...WAY, code], cycle),
  }),
  recognise(difference) {
    const found = entryOf(difference);
    return found?.before && !found.after ? found.level : undefined;
  },
});

function entryOf(difference: Difference) {
  const found = difference.part.kind === 'codes' ? partElement(difference, WAY) : undefined;
  return found && { ...found, level: { list: difference.part.id, code: found.id, ...cycleOf(difference) } };
}
