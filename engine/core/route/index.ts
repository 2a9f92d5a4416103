/** Routes: which state a case goes to next, who may send it there, and in which queues it is. */

export { holds } from './call.ts';
export { compileRoute } from './compile.ts';
export { conditionsOf } from './conditions.ts';
export { deadlineOf } from './deadline.ts';
export type { OrganisationNode, OrganisationTree } from './desks.ts';
export { resolveDesks } from './desks.ts';
export { eventTitle } from './event-title.ts';
export { queueEvents, stateValues, walk } from './explore.ts';
export { limitEvent } from './limit-event.ts';
export { isOver } from './moments.ts';
export { offersOf } from './offers.ts';
export { rankLine, rankValues } from './rank-values.ts';
export { type RankedCase, type Ranking, rank } from './ranking.ts';
export { systemTitle } from './refusal.ts';
export { type AnswerPart, placesNamed, roundPlaces } from './round.ts';
export {
  actionsOf,
  allowsLogin,
  caseFactsOf,
  holdersOf,
  isEnded,
  queuesOf,
  tagsOf,
  titleOf,
  writersOf,
} from './state.ts';
export { hasExit, stations } from './stations.ts';
export { initialState, step } from './step.ts';
export { hasTimeLimits, lapse, leavingLimits, timeLimits } from './time-limits.ts';
