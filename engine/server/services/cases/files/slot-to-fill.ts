import type { Evaluation } from '#core/evaluate/index.ts';
import type { CompiledSection, SectionKind, SlotDefinition } from '#core/model/index.ts';
import type { FileSlot } from '#core/model/wire/index.ts';
import { editingAs, type LoadedCase, loadCase, mayAttach, seeCase } from '#server/services/case/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { Failure, forbidden, notFound } from '#server/services/ground/index.ts';
import type { Tx } from '#server/store/index.ts';

/** The size of a file that no definition can raise. */
const MOST_FILE_BYTES = 10_485_760;

/** A slot of a case, or of one of its rows. */
export type SlotPlace = Omit<FileSlot, 'name'> & { caseId: string };

type SlotToFill = { loaded: LoadedCase; section: CompiledSection; slot: SlotDefinition; limit: number };

/**
 * The slot, if this person may fill it now. Inside a transaction the case stays locked until its end.
 * Throws: not-found, forbidden, `not-editable`, `save-row-first`.
 */
export async function slotToFill(
  services: Services,
  tx: Tx,
  actor: Actor,
  place: SlotPlace,
): Promise<SlotToFill> {
  const lock = tx.transaction !== null;
  const { record, roles } = await seeCase(services, tx, actor, place.caseId, { lock });
  const loaded = await loadCase(services, tx, record);
  const section = loaded.category.bySection[place.section];
  const slot = section?.slots.find((one) => one.definition.id === place.slot)?.definition;
  if (!section || !slot) throw notFound();
  const by = await editingAs(services, record, roles);
  if (by === null) throw roles.length === 0 ? forbidden() : new Failure('conflict', 'not-editable');
  if (!mayAttach(section, by)) throw forbidden();
  if ((slot.per === 'row') !== (place.row !== undefined)) throw new Failure('invalid', 'save-row-first');
  const { fileBytes } = loaded.edition.definition.edition.quotas;
  return { loaded, section, slot, limit: Math.min(fileBytes, MOST_FILE_BYTES) };
}

/**
 * A row's slot needs a row that is saved, a section's slot a section that somebody has saved: what it starts with is
 * nobody's yet. A slot that is not shown takes nothing. Throws `save-row-first`, `slot-hidden`, `save-section-first`.
 */
export function refuseUnready(
  { sections }: LoadedCase,
  kind: SectionKind,
  evaluation: Evaluation,
  place: SlotPlace,
): void {
  const key = [place.section, ...(place.row === undefined ? [] : [place.row]), place.slot].join('/');
  const state = evaluation.slots[key];
  if (!state && place.row !== undefined) throw new Failure('conflict', 'save-row-first');
  if (!state?.visible) throw new Failure('conflict', 'slot-hidden');
  if (kind !== 'documents' && (sections[place.section]?.version ?? 0) === 0)
    throw new Failure('conflict', 'save-section-first');
}
