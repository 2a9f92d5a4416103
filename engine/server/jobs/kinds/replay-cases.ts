import type { Services } from '#server/services/ground/index.ts';
import { runReplay } from '#server/services/replays/index.ts';
import type { Kind } from '../kind.ts';

/** The applications of a cycle read under a draft. */
export const replayedCases: Kind<Services> = {
  attempts: 5,
  run: (services, { payload, progress }) => runReplay(services, String(payload.replay), progress),
};
