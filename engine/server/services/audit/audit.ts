import type { JsonObject } from '#core/model/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { audit, type Tx } from '#server/store/index.ts';

/**
 * Records in the audit trail what was done, in the transaction that does it. Nothing personal goes in, neither names
 * nor answers: the chain keeps every row for ever, and nothing personal may be left of a deleted person. Names are
 * looked up by id when the trail is read.
 */
export async function recordAudit(
  { secrets, clock }: Pick<Services, 'secrets' | 'clock'>,
  tx: Tx,
  actor: Pick<Actor, 'userId'> | null,
  entry: { action: string; subject: string; detail?: JsonObject },
): Promise<void> {
  await audit.append(tx, secrets.auditKey, {
    at: clock().toISOString(),
    actorId: actor?.userId ?? null,
    actorName: '',
    action: entry.action,
    subject: entry.subject,
    detail: entry.detail ?? {},
  });
}
