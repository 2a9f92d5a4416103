import { asList, isObject } from '#core/json/index.ts';
import { childrenOf } from '../../editor/children.ts';
import type { Editor } from '../../editor/editor.ts';
import { fieldPath, type Home, inSection, type SectionLevel, sectionHome } from '../../find/homes.ts';
import { forgetTexts } from '../../find/texts.ts';
import { ChangeRefused } from '../../refused.ts';
import { defineKind } from '../kind.ts';
import { fieldOf } from './field-of.ts';
import { setRequired } from './required.ts';

/** A section asks for something no more: with the field go how it is drawn and the evidence that stands at it. */
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
    forgetTexts(editor, home.file, path);
    takeAlong(editor, home, level, field);
  },
  words: ({ field, ...level }, titles) => ({ where: titles.level(level), title: titles.field(level, field) }),
  recognise(difference) {
    const found = fieldOf(difference);
    return found && (difference.after ?? null) === null ? { ...found.level, field: found.field } : undefined;
  },
});

/** What is written of the field elsewhere in its section. */
function takeAlong(editor: Editor, home: Home, level: SectionLevel, field: string): void {
  const { file, base } = home;
  const isBelow = (pointer: string) => pointer === `/${field}` || pointer.startsWith(`/${field}/`);
  const order = [...base, 'ui', '', 'order'];
  if (asList(editor.value(file, order)).includes(field)) editor.take(file, [...order, field]);
  for (const [key] of childrenOf(editor.value(file, [...base, 'ui'])) ?? [])
    if (isBelow(key)) editor.take(file, [...base, 'ui', key]);
  if (level.category !== undefined) return;
  for (const list of ['slots', 'rules'])
    for (const [key, one] of childrenOf(editor.value(file, [list])) ?? [])
      if (isObject(one) && isBelow(String(one.at))) {
        editor.take(file, [list, key]);
        forgetTexts(editor, file, [list, key]);
      }
}
