import type { Services } from '#server/services/ground/index.ts';
import { runMove } from '#server/services/moves/index.ts';
import type { Kind } from '../kind.ts';

/** The next part of a move of cases to another edition: its dry run, the move, or the way back. */
export const movedCases: Kind<Services> = {
  attempts: 5,
  run: (services, { payload, progress }) => runMove(services, String(payload.move), progress),
};
