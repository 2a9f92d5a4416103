import { askForHeldScans } from '#server/services/cases/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import type { Kind } from '../kind.ts';

/** Sees to it that every held file is looked at soon, and that none is forgotten. */
export const scanHeld: Kind<Services> = {
  every: 600_000,
  attempts: 5,
  run: async (services) => ({ held: await askForHeldScans(services) }),
};
