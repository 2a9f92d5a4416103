import { recordAudit } from '#server/services/audit/index.ts';
import { type Actor, type Services, withContentCleanup } from '#server/services/ground/index.ts';
import { jobs, printRuns } from '#server/store/index.ts';
import { KIND, ownRun } from './own-run.ts';

/** Cancels a run that is being made, or deletes the file of one that is done. Throws not-found. */
export async function endPrintRun(services: Services, actor: Actor, id: string): Promise<void> {
  await withContentCleanup(services, actor, async (tx, orphanedHashes) => {
    const { sheet } = await ownRun(services, tx, actor, id);
    const job = await jobs.ofKey(tx, KIND, id);
    if (job) await jobs.cancel(tx, job.id, services.clock().toISOString());
    orphanedHashes.push(...(await printRuns.remove(tx, [id])));
    await recordAudit(services, tx, actor, { action: 'print-run-end', subject: id, detail: { sheet } });
  });
}
