import { Failure, notFound, type Services } from '#server/services/ground/index.ts';
import { type DraftChange, type DraftRecord, drafts, type Tx } from '#server/store/index.ts';

/** The draft of this programme. Throws not-found. */
export async function draftOf(services: Services, tx: Tx, id: string): Promise<DraftRecord> {
  const draft = await drafts.get(tx, id);
  const { programme } = (await services.editions.current()).definition;
  if (!draft || draft.programme !== programme.id) throw notFound();
  return draft;
}

/** One that can still be changed. Throws not-found, `draft-closed`. */
export async function openedDraft(services: Services, tx: Tx, id: string): Promise<DraftRecord> {
  const draft = await draftOf(services, tx, id);
  if (draft.status === 'published' || draft.status === 'abandoned')
    throw new Failure('conflict', 'draft-closed');
  return draft;
}

/** Who has begun, changed, given a reason for or submitted a draft; `written`: its list, and its reasons. */
export const authorsOf = (
  { createdBy, submittedBy }: DraftRecord,
  written: readonly Pick<DraftChange, 'by'>[],
): (string | null)[] => [createdBy, submittedBy, ...written.map(({ by }) => by)];
