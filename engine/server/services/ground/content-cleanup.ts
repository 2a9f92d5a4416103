import { inTransaction, type Tx } from '#server/store/index.ts';
import { asActor } from './acting.ts';
import type { Actor } from './actor.ts';
import type { Services } from './context.ts';

/**
 * `asActor`, or without an actor one transaction of the system's own, where `work` puts the hashes of content whose rows it removed into `orphanedHashes`; that content is taken
 * out of the file store once the transaction holds. What cannot be taken out then is found by the next sweep.
 */
export async function withContentCleanup<R>(
  services: Services,
  actor: Actor | null,
  work: (tx: Tx, orphanedHashes: string[]) => Promise<R>,
): Promise<R> {
  let orphanedHashes: string[] = [];
  const once = (tx: Tx): Promise<R> => {
    orphanedHashes = [];
    return work(tx, orphanedHashes);
  };
  const result = await (actor ? asActor(services, actor, once) : inTransaction(services.db, once));
  for (const sha256 of orphanedHashes) await services.files.remove(sha256).catch(() => undefined);
  return result;
}
