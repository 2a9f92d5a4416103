import type { FileRef } from '#core/model/index.ts';
import type { Evaluation } from './evaluate.ts';
import { slotKey } from './resolve/index.ts';

type SlotOfFile = Pick<FileRef, 'section' | 'slot'> & { row?: string | null | undefined };

/** Whether a file stands in a slot that is shown: one that a condition hides, or whose row is gone, counts for nothing. */
export function isFileShown(
  { slots }: Pick<Evaluation, 'slots'>,
  { section, slot, row }: SlotOfFile,
): boolean {
  return slots[slotKey(section, slot, row ?? undefined)]?.visible === true;
}
