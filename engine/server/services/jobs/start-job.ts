import type { Created, JobStart } from '#core/model/wire/index.ts';
import { newId } from '#server/crypto/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import { type Actor, asActor, type Services } from '#server/services/ground/index.ts';
import { jobs } from '#server/store/index.ts';

/** Minutes are told apart by this many characters of a moment. */
const MINUTE = 'YYYY-MM-DDTHH:MM'.length;

/** Asks for a job at once. Whoever asks twice within a minute, or twice with one click, gets the same job. */
export function startJob(services: Services, actor: Actor, { kind }: JobStart): Promise<Created> {
  const createdAt = services.clock().toISOString();
  const key = `${actor.userId} ${createdAt.slice(0, MINUTE)}`;
  return asActor(services, actor, async (tx) => {
    const present = await jobs.ofKey(tx, kind, key);
    if (present) return { id: present.id };
    const id = newId();
    const { userId } = actor;
    await jobs.create(tx, { id, kind, key, userId, payload: {}, dueAt: createdAt, createdAt });
    await recordAudit(services, tx, actor, { action: 'job-start', subject: id, detail: { kind } });
    return { id };
  });
}
