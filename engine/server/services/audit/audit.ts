import type { JsonObject } from '#core/model/index.ts';
import type { AuditAction } from '#core/model/wire/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { audit, type Tx } from '#server/store/index.ts';
import { sealDetail } from './sealed-detail.ts';

/** `personal`: answers, reasons, notes; kept under a key that is destroyed with the case that `subject` names. */
type Entry = {
  action: AuditAction | `event:${string}`;
  subject: string;
  detail?: JsonObject;
  personal?: JsonObject;
};

/**
 * Records in the audit trail what was done, in the transaction that does it. Nothing personal goes into `detail`,
 * neither names nor answers: the chain keeps every row for ever, and nothing personal may be left of a deleted
 * person. What a case's row must say of its answers goes into `personal`. Names are looked up by id when the trail
 * is read.
 */
export async function recordAudit(
  { secrets, clock }: Pick<Services, 'secrets' | 'clock'>,
  tx: Tx,
  actor: Pick<Actor, 'userId'> | null,
  { action, subject, detail = {}, personal }: Entry,
): Promise<void> {
  const sealed = personal && (await sealDetail(secrets, tx, subject, personal));
  await audit.append(tx, secrets.auditKey, {
    at: clock().toISOString(),
    actorId: actor?.userId ?? null,
    actorName: '',
    action,
    subject,
    detail: { ...detail, ...sealed },
  });
}
