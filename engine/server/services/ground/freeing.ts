import { inTransaction, type Tx } from '#server/store/index.ts';
import type { Services } from './context.ts';

/**
 * Runs `work` in one transaction. It puts the hashes of content whose rows it removed into `freed`; that content is
 * taken out of the file store once the transaction holds. What cannot be taken out then is found by the next sweep.
 */
export async function freeing<R>(
  services: Services,
  work: (tx: Tx, freed: string[]) => Promise<R>,
): Promise<R> {
  let freed: string[] = [];
  const result = await inTransaction(services.db, (tx) => {
    freed = [];
    return work(tx, freed);
  });
  for (const sha256 of freed) await services.files.remove(sha256).catch(() => undefined);
  return result;
}
