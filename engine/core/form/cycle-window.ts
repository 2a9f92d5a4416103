import type { CycleDefinition } from '#core/model/index.ts';

const DAY = 86_400_000;

/** When a cycle is open. Moments are ISO text, both ends inclusive. */
export type CycleWindow = {
  opensAt: string;
  closesAt: string;
  /** Until when a case that was returned may be handed in again; never before `closesAt`. */
  returnedUntil: string;
};

/** The window that a cycle's definition gives: without a grace for returned cases they close with the others. */
export function windowOf(cycle: CycleDefinition): CycleWindow {
  const { opensAt, closesAt, returnedUntil, returnedDays } = cycle;
  if (typeof returnedUntil === 'string') return { opensAt, closesAt, returnedUntil };
  if (typeof returnedDays !== 'number') return { opensAt, closesAt, returnedUntil: closesAt };
  const until = new Date(Date.parse(closesAt) + returnedDays * DAY);
  return { opensAt, closesAt, returnedUntil: until.toISOString() };
}
