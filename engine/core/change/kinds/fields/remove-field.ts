import { fieldPath, inSection, sectionHome } from '../../find/homes.ts';
import { ChangeRefused } from '../../refused.ts';
import { defineKind } from '../kind.ts';
import { fieldOf } from './field-of.ts';
import { setRequired } from './required.ts';
import { takeAlong } from './take-along.ts';

/** A section asks for something no more: with the field go how it is drawn, the evidence that stands at it and what forms say of it. */
export const removeField = defineKind('removeField', {
  required: ['section', 'field'],
  optional: ['category', 'cycle'],
  make(editor, { field, ...level }) {
    const home = sectionHome(editor, level);
    const way = fieldPath(editor, level, field);
    const path = [...home.base, ...way];
    const isInherited = home.isOverlay && inSection(editor, level, way, true) !== undefined;
    if (!isInherited && editor.value(home.file, path) === undefined)
      throw new ChangeRefused('absent', { at: field }, home.file);
    setRequired(editor, level, field, false);
    if (isInherited) editor.put(home.file, path, null);
    else editor.take(home.file, path);
    takeAlong(editor, home, level, field);
  },
  words: ({ field, ...level }, titles) => ({ where: titles.level(level), title: titles.field(level, field) }),
  recognise(difference) {
    const found = fieldOf(difference);
    return found && (difference.after ?? null) === null ? { ...found.level, field: found.field } : undefined;
  },
});
