import type { Services } from '#server/services/ground/index.ts';
import type { Kind } from '../kind.ts';

/** Takes out files that a crash left behind, and content that no case refers to any more. */
export const orphans: Kind<Services> = {
  every: 600_000,
  attempts: 5,
  run: async (services, { progress }) => ({
    removed: await services.files.sweep(undefined, (seen) => progress(seen, null)),
  }),
};
