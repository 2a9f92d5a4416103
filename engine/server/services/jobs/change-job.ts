import type { JobChange } from '#core/model/wire/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import { type Actor, asActor, notFound, type Services, stale } from '#server/services/ground/index.ts';
import { jobs } from '#server/store/index.ts';

const ACTIONS = { retry: jobs.retry, cancel: jobs.cancel };

/** Tries a job again that failed or was cancelled, or gives one up. Throws not-found, and `stale` where it cannot be. */
export async function changeJob(
  services: Services,
  actor: Actor,
  id: string,
  { action }: JobChange,
): Promise<void> {
  await asActor(services, actor, async (tx) => {
    const job = await jobs.get(tx, id);
    if (!job) throw notFound();
    if (!(await ACTIONS[action](tx, id, services.clock().toISOString()))) throw stale();
    await recordAudit(services, tx, actor, {
      action: `job-${action}`,
      subject: id,
      detail: { kind: job.kind },
    });
  });
}
