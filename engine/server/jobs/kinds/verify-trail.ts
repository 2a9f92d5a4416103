import { verifyAudit } from '#server/services/audit/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { JobError, type Kind } from '../kind.ts';

/** Checks every link of the audit trail, and that it ends where it was last seen to end. */
export const trail: Kind<Services> = {
  every: 86_400_000,
  attempts: 3,
  async run(services, { progress }) {
    const { firstBroken, rows } = await verifyAudit(services, progress);
    if (firstBroken !== null) throw new JobError('trail-broken', { row: firstBroken });
    return { rows };
  },
};
