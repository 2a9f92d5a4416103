import { fireTimeLimits } from '#server/services/cases/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { JobError, type Kind } from '../kind.ts';

/** Fires the time limits of cases that are over; what fell due while no server ran among them. */
export const timeLimits: Kind<Services> = {
  every: 60_000,
  attempts: 3,
  async run(services, { progress }) {
    const { fired, failed } = await fireTimeLimits(services, progress);
    const [first] = failed;
    if (first) throw new JobError('limits-failed', { count: failed.length, first: first.id }, first.error);
    return { fired };
  },
};
