import type { Term } from '#core/form/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import { passGate } from '#server/services/case/index.ts';
import { type Services, withContentCleanup } from '#server/services/ground/index.ts';
import { cases } from '#server/store/index.ts';
import { dueCases, isDue } from './due.ts';
import { cycleTerms } from './terms.ts';

/** What became of the applications whose term is over. */
type Erased = { erased: number; failed: { id: string; error: unknown }[] };

/**
 * Erases every application whose term is over, each in a transaction of its own: a process that dies has erased some of
 * them whole, and the next goes on. `failed` are those at which it could not be done; the next day tries again.
 */
export async function eraseDueCases(
  services: Services,
  progress: (done: number, total: number | null) => Promise<void>,
): Promise<Erased> {
  const { programme } = (await services.editions.current()).definition;
  const done: Erased = { erased: 0, failed: [] };
  let seen = 0;
  for (const cycle of await cycleTerms(services.db, programme.id))
    for await (const { record, term } of dueCases(services.db, cycle, services.clock())) {
      await progress(seen, null);
      seen += 1;
      try {
        if (await eraseDue(services, record.id, term)) done.erased += 1;
      } catch (error) {
        done.failed.push({ id: record.id, error });
      }
    }
  return done;
}

/**
 * Erases one as `erase` of a route does. False: it is gone already, or something has happened to it meanwhile. What the
 * trail says of it names the term and nobody.
 */
function eraseDue(services: Services, id: string, term: Term): Promise<boolean> {
  return withContentCleanup(services, null, async (tx, orphanedHashes) => {
    const record = await cases.lock(tx, id);
    if (record === null || !isDue(record, term, services.clock())) return false;
    await passGate(tx, record);
    orphanedHashes.push(...(await cases.erase(tx, id)));
    const { years, closedAt } = term;
    const detail = { cycle: record.cycle, years, closedAt };
    await recordAudit(services, tx, null, { action: 'retention', subject: id, detail });
    return true;
  });
}
