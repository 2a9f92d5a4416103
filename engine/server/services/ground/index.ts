/** What every use case needs: its context, the actor, the clock, and refusals. */
export { actorOf, asActor, isAlive } from './acting.ts';
export { type Actor, can } from './actor.ts';
export { type Clock, endOfDay, zoned } from './clock.ts';
export { withContentCleanup } from './content-cleanup.ts';
export type {
  Before,
  BeforeCycle,
  Cause,
  Checked,
  Cycle,
  Drafting,
  Editions,
  Exampled,
  Hasher,
  Made,
  OutputEffect,
  Previewed,
  PreviewOf,
  Publishable,
  Publishing,
  Replayed,
  ReplayedOf,
  Replaying,
  ReplayOf,
  Services,
  UnreachedRule,
} from './context.ts';
export { entryOf } from './entry.ts';
export { Failure, type FailureKind, forbidden, invalid, notFound, stale } from './failure.ts';
export { clearExpired } from './housekeeping.ts';
export { ownTurn } from './own-turn.ts';
export { printPaper, whileWaited } from './print-paper.ts';
export { type Rights, rememberRights } from './rights.ts';
