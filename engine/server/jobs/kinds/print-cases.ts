import { Failure, type Services } from '#server/services/ground/index.ts';
import { makePrintRun } from '#server/services/print-runs/index.ts';
import { JobError, type Kind } from '../kind.ts';

/** A sheet of many cases as one file. While the printer is away it is tried again. */
export const printedCases: Kind<Services> = {
  attempts: 5,
  async run(services, { payload, progress }) {
    try {
      return await makePrintRun(services, String(payload.run), progress);
    } catch (error) {
      if (error instanceof Failure && error.code !== 'busy') throw new JobError(error.code, {}, error);
      throw error;
    }
  },
};
