import type {
  CompiledField,
  CompiledGridItem,
  CompiledSection,
  CompiledSlot,
  Json,
} from '#core/model/index.ts';

type Part = CompiledSection | CompiledField | CompiledGridItem | CompiledSlot;

/**
 * What is not shown: compiled parts, each with the rows in which it is hidden: the row's index for a field, its id for
 * a slot. Kept by identity: names are only written for whoever asks for them.
 */
export type Hidden = Map<Part, Set<Json | undefined>>;

/** Hides a part, in a row or (null) wherever it is. */
export function hide(hidden: Hidden, part: Part, row: Json | undefined = null): void {
  const rows = hidden.get(part);
  if (rows === undefined) hidden.set(part, row === null ? EVERYWHERE : new Set([row]));
  else if (rows === EVERYWHERE) hidden.set(part, new Set([...rows, row]));
  else rows.add(row);
}

/** Hardly any part is hidden otherwise, so all of those have one set in common; nothing is ever added to it. */
const EVERYWHERE = new Set<Json | undefined>([null]);

/** Whether the part itself is hidden there. */
export function isHidden(hidden: Hidden, part: Part, row: Json | undefined = null): boolean {
  return hidden.get(part)?.has(row) ?? false;
}

/** Whether a field is hidden, itself or with a group in which it stands. */
export function isFieldHidden(hidden: Hidden, field: CompiledField, row: Json): boolean {
  for (const part of field.visibilityChain) if (isHidden(hidden, part, row)) return true;
  return false;
}

/** Nothing of a section is hidden any more, nor the section itself. */
export function forget(hidden: Hidden, section: CompiledSection): void {
  hidden.delete(section);
  const inItems = section.lists.flatMap(({ fields }) => fields);
  for (const parts of [section.fields, inItems, section.items, section.slots])
    for (const part of parts) hidden.delete(part);
}
