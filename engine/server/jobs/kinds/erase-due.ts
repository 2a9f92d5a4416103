import type { Services } from '#server/services/ground/index.ts';
import { eraseDueCases } from '#server/services/retention/index.ts';
import { JobError, type Kind } from '../kind.ts';

/** Erases the applications whose term is over, once a day. */
export const dueCases: Kind<Services> = {
  every: 86_400_000,
  attempts: 5,
  async run(services, { progress }) {
    const { erased, failed } = await eraseDueCases(services, progress);
    const [first] = failed;
    if (first)
      throw new JobError('erase-failed', { count: failed.length, first: first.id, erased }, first.error);
    return { erased };
  },
};
