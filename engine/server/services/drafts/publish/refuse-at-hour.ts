import { recordAudit } from '#server/services/audit/index.ts';
import type { Failure, Services } from '#server/services/ground/index.ts';
import { type DraftRecord, drafts, inTransaction } from '#server/store/index.ts';

/**
 * An approved draft that does not hold at its hour is waiting for an approval again, and the trail says why: nobody shall
 * go on believing that it was published.
 */
export async function refuseAtHour(
  services: Services,
  draft: DraftRecord,
  { code, details }: Failure,
): Promise<void> {
  await inTransaction(services.db, async (tx) => {
    const changes = { status: 'submitted', approvedBy: null, approved: null, publishAt: null } as const;
    if (!(await drafts.change(tx, draft, changes))) return;
    const detail = { code, ...details.params, at: draft.publishAt };
    await recordAudit(services, tx, null, { action: 'draft-refused', subject: draft.id, detail });
  });
}
