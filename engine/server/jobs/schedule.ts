import { newId } from '#server/crypto/index.ts';
import { jobs } from '#server/store/index.ts';
import type { Kinds, Shop } from './kind.ts';

/**
 * Puts the next turn of every kind that comes by itself into the queue. The turn is the key, so that of several
 * processes one puts it there; what fell due while none ran is done once by the next to start.
 */
export function scheduler<S extends Shop>(services: S, kinds: Kinds<S>): () => Promise<void> {
  const scheduled = new Map<string, number>();
  return async () => {
    const present = services.clock().getTime();
    for (const [kind, { every }] of Object.entries(kinds)) {
      if (every === undefined) continue;
      const turn = (Math.floor(present / every) + 1) * every;
      if (scheduled.get(kind) === turn) continue;
      await put(services, kind, new Date(turn).toISOString());
      scheduled.set(kind, turn);
    }
  };
}

async function put({ db, clock }: Shop, kind: string, dueAt: string): Promise<void> {
  const createdAt = clock().toISOString();
  await jobs.create(db, { id: newId(), kind, key: dueAt, userId: '', payload: {}, dueAt, createdAt });
}
