import type { Editor } from '../../editor/editor.ts';
import { ownFile, partsOf, type Reading } from '../../find/parts.ts';
import { ChangeRefused } from '../../refused.ts';

/** The template of a sheet, in the programme's own language or in another. */
export function templateOf(editor: Editor, sheet: string, cycle?: string, language?: string): string {
  const own = ownFile(editor, 'template', sheet, cycle);
  if (language === undefined) return own;
  const found = foreignTemplates(editor, own).find((part) => part.language === language);
  if (!found) throw new ChangeRefused('no-part', { kind: 'template', id: sheet, cycle: cycle ?? null });
  return found.path;
}

/** The templates of the same sheet in other languages. */
export function foreignTemplates(files: Reading, own: string) {
  const all = partsOf(files);
  const of = all.find(({ path }) => path === own);
  return all.filter(
    ({ kind, id, cycle, language }) =>
      kind === 'template' && id === of?.id && cycle === of.cycle && language !== undefined,
  );
}
