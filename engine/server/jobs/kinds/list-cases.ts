import { listCases } from '#server/services/cases/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import type { Kind } from '../kind.ts';

/** Writes beside each case what lists show of it, where that is still to be made. */
export const listings: Kind<Services> = {
  every: 600_000,
  attempts: 3,
  run: async (services, { progress }) => ({ listed: await listCases(services, progress) }),
};
