import type { AuditVerification } from '#core/model/wire/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { audit } from '#server/store/index.ts';

/**
 * Walks the whole audit chain and compares it with the heads that were written outside the database. `seen` is told how
 * far it is, and may end it by throwing.
 */
export async function verifyAudit(
  services: Services,
  seen?: (rows: number, of: number) => Promise<void>,
): Promise<AuditVerification> {
  const witnessed = await services.auditHeads();
  const firstBroken = await audit.verify(services.db, services.secrets.auditKey, witnessed, seen);
  const { seq, mac } = await audit.head(services.db);
  return { ok: firstBroken === null, firstBroken, rows: seq, head: mac };
}
