import { makeFrozenPrint } from '#server/services/cases/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import type { Kind } from '../kind.ts';

/** Prints what an event has frozen. It is tried for some weeks: without it nobody has the official print. */
export const frozenPrint: Kind<Services> = {
  attempts: 500,
  run: (services, { payload }) => makeFrozenPrint(services, String(payload.print)),
};
