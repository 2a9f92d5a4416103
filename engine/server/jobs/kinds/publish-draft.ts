import { publishApproved } from '#server/services/drafts/index.ts';
import { Failure, type Services } from '#server/services/ground/index.ts';
import { JobError, type Kind } from '../kind.ts';

/** Publishes an approved draft at its hour; one that was changed since, or is published already, is left alone. */
export const publishDraft: Kind<Services> = {
  attempts: 5,
  async run(services, { payload }) {
    try {
      return { published: await publishApproved(services, String(payload.draft)) };
    } catch (error) {
      if (error instanceof Failure) throw new JobError('draft-refused', { code: error.code }, error);
      throw error;
    }
  },
};
