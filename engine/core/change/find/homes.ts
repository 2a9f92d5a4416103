import { asText } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';
import type { FileKind } from '#core/vocabulary/index.ts';
import type { Editor } from '../editor/editor.ts';
import { categoryPart, findPart, firstValue, lineage, ownFile, partNamed, type Reading } from './parts.ts';

/** Where what a change is about is written: a file and the way in it. `isOverlay`: laid over what others have written. */
export type Home = { file: string; base: string[]; isOverlay: boolean };

/** A section, for all forms or in one of them. */
export type SectionLevel = { section: string; category?: string; cycle?: string };

/** A section's own file, or the overlay of a category. */
export function sectionHome(editor: Editor, { section, category, cycle }: SectionLevel): Home {
  if (category === undefined)
    return { file: ownFile(editor, 'section', section, cycle), base: [], isOverlay: false };
  partNamed(editor, 'section', section, cycle);
  return { file: categoryHome(editor, category, cycle).file, base: ['overlay', section], isOverlay: true };
}

/** A category's file, or that of an account form. */
export function categoryHome(editor: Editor, category: string, cycle?: string): Home {
  const part = categoryPart(editor, category, cycle);
  return { file: ownFile(editor, part.kind, category, cycle), base: [], isOverlay: false };
}

/** A part with a file of its own. */
export function partHome(editor: Editor, kind: FileKind, id: string, cycle?: string): Home {
  return { file: ownFile(editor, kind, id, cycle), base: [], isOverlay: false };
}

/**
 * What stands at a way in a section as a form of this category has it: laid over by itself, by those that it extends,
 * or as the section says. `isInherited` leaves the category's own overlay out.
 */
export function inSection(
  files: Reading,
  { section, category, cycle }: SectionLevel,
  path: readonly string[],
  isInherited = false,
): Json | undefined {
  const line = category === undefined ? [] : lineage(files, category, cycle);
  const overlays = (isInherited ? line.slice(1) : line).map(({ path: file }) => ({
    file,
    path: ['overlay', section, ...path],
  }));
  const own = findPart(files, 'section', section, cycle);
  return firstValue(files, [...overlays, ...(own ? [{ file: own.path, path }] : [])]);
}

/** Whether fields of a section stand in rows. */
function hasRows(files: Reading, level: SectionLevel): boolean {
  return asText(inSection(files, level, ['kind'])) === 'table';
}

/** The way to the record of a section: its own schema, or that of its rows. */
export function recordPath(files: Reading, level: SectionLevel): string[] {
  return hasRows(files, level) ? ['schema', 'items'] : ['schema'];
}

/** The way to a field, `/` between the steps of nested ones. */
export function fieldPath(files: Reading, level: SectionLevel, field: string): string[] {
  return [...recordPath(files, level), ...field.split('/').flatMap((step) => stepInto(step))];
}

const stepInto = (step: string): string[] => (step === '*' ? ['items'] : ['properties', step]);

/** The way to the record in which a field stands. */
export function ownerPath(files: Reading, level: SectionLevel, field: string): string[] {
  return fieldPath(files, level, field).slice(0, -2);
}
