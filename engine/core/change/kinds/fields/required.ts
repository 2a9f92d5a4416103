import { asList } from '#core/json/index.ts';
import type { Editor } from '../../editor/editor.ts';
import { inSection, ownerPath, type SectionLevel, sectionHome } from '../../find/homes.ts';

const lastOf = (field: string): string => field.split('/').at(-1) ?? '';

/** Whether a field has to be answered. Laid over a section, the whole list is written: lists of names replace. */
export function setRequired(editor: Editor, level: SectionLevel, field: string, isRequired: boolean): void {
  const way = [...ownerPath(editor, level, field), 'required'];
  const name = lastOf(field);
  const now = asList(inSection(editor, level, way));
  if (now.includes(name) === isRequired) return;
  const home = sectionHome(editor, level);
  const path = [...home.base, ...way];
  const own = editor.value(home.file, path);
  if (own === undefined)
    editor.put(home.file, path, isRequired ? [...now, name] : now.filter((one) => one !== name));
  else if (isRequired) editor.put(home.file, [...path, name], name);
  else editor.take(home.file, [...path, name]);
}

/** Lists a new field where the section lists the order of its fields. */
export function listInOrder(editor: Editor, level: SectionLevel, field: string, after?: string | null): void {
  const home = sectionHome(editor, level);
  const path = [...home.base, 'ui', '', 'order'];
  if (field.includes('/') || !Array.isArray(editor.value(home.file, path))) return;
  editor.put(home.file, [...path, field], field, after);
}
