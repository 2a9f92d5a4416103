import { scanHeldFile } from '#server/services/cases/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { JobError, type Kind } from '../kind.ts';

/** Has the scanner look at one held file, which its key names; tried again while the scanner gives no verdict. */
export const scanFile: Kind<Services> = {
  attempts: 100,
  async run(services, { key }) {
    const { scanner } = services;
    if (!scanner) throw new JobError('no-scanner');
    return { outcome: await scanHeldFile(services, scanner, key) };
  },
};
