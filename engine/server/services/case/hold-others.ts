import type { Services } from '#server/services/ground/index.ts';
import { type CaseRecord, cases, gates, loading, type Tx } from '#server/store/index.ts';
import { readsPath } from './reads-path.ts';

/** In place of a cycle: what one organisation files in all of them. */
const EVERY_CYCLE = '';

/**
 * Two events at the applications of one applicant wait for each other where rules read `others`, of whatever cycle and
 * organisation: those of a person at their registration, as when one is begun; those of an organisation at its gate.
 * Before anything is read that decides. The running edition counts besides the case's own: what an older one changes
 * is read by the newer one.
 */
export async function holdOthers(services: Services, tx: Tx, record: CaseRecord): Promise<void> {
  if (record.subject !== 'application') return;
  const editions = [await services.editions.get(record.edition), await services.editions.current()];
  if (!editions.some((edition) => readsPath(edition, 'others'))) return;
  if (record.ownerOrganisationId !== null) return gates.pass(tx, record.ownerOrganisationId, EVERY_CYCLE);
  const owner = record.ownerUserId === null ? null : await loading.user(tx, record.ownerUserId);
  // SQLite's transactions hold the whole file already.
  if (owner?.caseId != null && tx.dialect !== 'sqlite') await cases.lock(tx, owner.caseId);
}
