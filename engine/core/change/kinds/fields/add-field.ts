import { asList, isObject } from '#core/json/index.ts';
import type { Editor } from '../../editor/editor.ts';
import { fieldPath, inSection, ownerPath, type SectionLevel, sectionHome } from '../../find/homes.ts';
import { ChangeRefused } from '../../refused.ts';
import { addElement } from '../elements.ts';
import { defineKind } from '../kind.ts';
import { fieldOf } from './field-of.ts';
import { listInOrder, setRequired } from './required.ts';

/**
 * A section asks for something more; `ui` is how it is drawn, as `like` where it says so, `element` the evidence that is
 * asked for with it.
 */
export const addField = defineKind('addField', {
  required: ['section', 'field', 'schema'],
  optional: ['category', 'cycle', 'after', 'isRequired', 'ui', 'like', 'element'],
  make(editor, { field, schema, after, isRequired, ui, like, element, ...level }) {
    const path = fieldPath(editor, level, field);
    if (!isObject(inSection(editor, level, ownerPath(editor, level, field))))
      throw new ChangeRefused('absent', { at: field });
    if (inSection(editor, level, path) !== undefined) throw new ChangeRefused('taken', { id: field });
    const home = sectionHome(editor, level);
    editor.put(home.file, [...home.base, ...path], schema, after);
    if (isRequired) setRequired(editor, level, field, true);
    listInOrder(editor, level, field, after);
    if (ui) editor.put(home.file, [...home.base, 'ui', `/${field}`], ui);
    if (like !== undefined) drawLike(editor, level, field, like);
    if (!element) return;
    const id = String(element.id ?? field);
    addElement(editor, { ...home, way: ['slots'] }, id, { id, ...element });
  },
  words: ({ schema, field, isRequired, element, like: _like, ...level }, titles) => ({
    ...(element && { form: 'proof' }),
    where: titles.level(level),
    title: schema.title ?? field,
    ...(isRequired && { required: true }),
  }),
  recognise(difference) {
    const found = fieldOf(difference);
    const { before, after, behind } = difference;
    if (!found || before !== undefined || !isObject(after)) return undefined;
    const { level, field } = found;
    const owner = inSection(difference.is, level, [...ownerPath(difference.is, level, field), 'required']);
    const ui = inSection(difference.is, level, ['ui', `/${field}`]);
    const slot = asList(inSection(difference.is, level, ['slots'])).find(
      (one) => isObject(one) && one.at === `/${field}`,
    );
    const isNew =
      isObject(slot) && inSection(difference.was, level, ['slots', String(slot.id)]) === undefined;
    return {
      ...level,
      field,
      schema: after,
      ...(behind !== undefined && { after: behind }),
      ...(asList(owner).includes(field.split('/').at(-1) ?? '') && { isRequired: true }),
      ...(isObject(ui) && { ui }),
      ...(isNew && isObject(slot) && { element: slot }),
    };
  },
});

/** How another field and what is in it are drawn holds for this one, too. */
function drawLike(editor: Editor, level: SectionLevel, field: string, like: string): void {
  const { file, base } = sectionHome(editor, level);
  const drawn = inSection(editor, level, ['ui']);
  for (const [key, hints] of Object.entries(isObject(drawn) ? drawn : {})) {
    if (key !== `/${like}` && !key.startsWith(`/${like}/`)) continue;
    editor.put(file, [...base, 'ui', `/${field}${key.slice(like.length + 1)}`], hints);
  }
}
