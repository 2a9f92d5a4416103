import { isObject } from '#core/json/index.ts';
import type { FileRef, SlotDefinition } from '#core/model/index.ts';
import { useOpenCase, useSnapshot } from '../store/context.tsx';
import { isMerelyMissing, useFields, useProblems } from '../templates/fields.tsx';

/** Where a slot stands: in a section, or in one of its rows. */
export type SlotPlace = { section: string; slot: SlotDefinition; row?: string | undefined };

/** What a slot holds, what is wrong with it, and whether the server knows what its files prove. */
export function useSlot({ section, slot, row }: SlotPlace) {
  const { revealed } = useFields();
  const all = useSnapshot((snapshot) => snapshot.files);
  const saved = useIsStored(section, row);
  const anchor = `${row ? `/${section}/${row}` : `/${section}`}~${slot.id}`;
  const problems = useSlotProblems(section, slot, row, anchor).filter(
    (problem) => revealed || !isMerelyMissing(problem),
  );
  const isHere = (file: FileRef) => file.section === section && file.slot === slot.id && file.row === row;
  return { anchor, files: all.filter(isHere), problems, saved };
}

/** A row's problems stand at the row, a section's at the section; the slot shows those that name it. */
function useSlotProblems(section: string, slot: SlotDefinition, row: string | undefined, anchor: string) {
  const all = useSnapshot(({ live }) => live.problems);
  const near = useProblems(anchor);
  const named = all.filter(
    (problem) => problem.section === section && problem.slot === slot.id && problem.row === row,
  );
  return named.length > 0 ? named : near;
}

/** Whether the server knows what the file proves: the section has been saved, and the row with it. */
function useIsStored(section: string, row: string | undefined): boolean {
  const { store } = useOpenCase();
  const stored = useSnapshot((snapshot) => snapshot.stored[section]);
  if (store.category.bySection[section]?.definition.kind === 'documents') return true;
  if (row === undefined) return stored !== undefined;
  return Array.isArray(stored) && stored.some((item) => isObject(item) && item.id === row);
}
