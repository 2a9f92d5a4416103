import { clearExpired, type Services } from '#server/services/ground/index.ts';
import type { Kind } from '../kind.ts';

/** Deletes what has expired: sessions, links, used proofs, counters, finished jobs. */
export const expired: Kind<Services> = {
  every: 600_000,
  attempts: 5,
  run: async (services) => ({ removed: await clearExpired(services) }),
};
