import type { JsonObject } from '../../core/model/index.ts';
import { audit, type Tx } from '../store/index.ts';
import type { Actor } from './actor.ts';
import type { Services } from './context.ts';

/** Tells the audit trail what was done, in the transaction that does it. `detail` holds no answers of sensitive fields. */
export async function note(
  { secrets, clock }: Pick<Services, 'secrets' | 'clock'>,
  tx: Tx,
  actor: Pick<Actor, 'userId' | 'name'> | null,
  entry: { action: string; subject: string; detail?: JsonObject },
): Promise<void> {
  await audit.append(tx, secrets.auditKey, {
    at: clock().toISOString(),
    actorId: actor?.userId ?? null,
    actorName: actor?.name ?? '',
    action: entry.action,
    subject: entry.subject,
    detail: entry.detail ?? {},
  });
}
