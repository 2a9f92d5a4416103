import { asList, asText, isObject, type JsonObject, sameJson } from '#core/json/index.ts';
import { childrenOf } from '../../editor/children.ts';
import type { Editor } from '../../editor/editor.ts';
import { fieldPath, type Home, type SectionLevel } from '../../find/homes.ts';
import { partsOf } from '../../find/parts.ts';

/** What is written elsewhere of a field that goes: in its section, and where it goes from all forms, in these. */
export function takeAlong(editor: Editor, home: Home, level: SectionLevel, field: string): void {
  takeFromLevel(editor, home, field);
  if (level.category !== undefined) return;
  takePlaced(editor, home.file, ['slots', 'rules'], `/${field}`);
  for (const { path } of formsOf(editor, level)) {
    const overlay = { file: path, base: ['overlay', level.section], isOverlay: true };
    takeOverlay(editor, overlay, fieldPath(editor, level, field));
    takeFromLevel(editor, overlay, field);
    takePlaced(editor, path, ['summary', 'rules'], `/${level.section}/${field}`);
  }
}

/** What forms lay over an element of a section goes with it where it goes from all of them. */
export function takeOverlays(editor: Editor, level: SectionLevel, way: readonly string[]): void {
  if (level.category !== undefined) return;
  for (const { path } of formsOf(editor, level))
    takeOverlay(editor, { file: path, base: ['overlay', level.section], isOverlay: true }, way);
}

const formsOf = (editor: Editor, { cycle }: SectionLevel) =>
  partsOf(editor).filter(
    (part) =>
      (part.kind === 'category' || part.kind === 'account') && (cycle === undefined || part.cycle === cycle),
  );

/** Its place in the order of fields, and how it is drawn. */
function takeFromLevel(editor: Editor, { file, base }: Home, field: string): void {
  const order = [...base, 'ui', '', 'order'];
  if (asList(editor.value(file, order)).includes(field)) editor.take(file, [...order, field]);
  for (const [key] of childrenOf(editor.value(file, [...base, 'ui'])) ?? [])
    if (isBelow(key, `/${field}`)) editor.take(file, [...base, 'ui', key]);
}

function takePlaced(editor: Editor, file: string, lists: string[], at: string): void {
  for (const list of lists)
    for (const [key, one] of childrenOf(editor.value(file, [list])) ?? [])
      if (isObject(one) && isBelow(standsAt(one), at)) editor.take(file, [list, key]);
}

/** Where a rule or a slot stands: in the record, or in each item of a list of it. */
export const standsAt = ({ list, at }: JsonObject): string =>
  `${typeof list === 'string' ? `${list}/*` : ''}${asText(at) ?? ''}`;

/** What a form lays over the field, and whether it asks for it. */
function takeOverlay(editor: Editor, { file, base }: Home, way: readonly string[]): void {
  const name = way.at(-1) ?? '';
  const required = [...base, ...way.slice(0, -2), 'required'];
  if (asList(editor.value(file, required)).includes(name)) editor.take(file, [...required, name]);
  if (editor.value(file, [...base, ...way]) === undefined) return;
  for (let at = [...base, ...way]; at.length > 0; at = at.slice(0, -1)) {
    editor.take(file, at);
    if (!sameJson(editor.value(file, at.slice(0, -1)) ?? null, {})) break;
  }
}

export const isBelow = (pointer: string, at: string): boolean =>
  pointer === at || pointer.startsWith(`${at}/`);
