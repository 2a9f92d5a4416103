import { momentAt } from '#core/vocabulary/index.ts';

/** The clock of the use cases; tests set their own. */
export type Clock = () => Date;

const DAY = 86_400_000;

/** A moment as rules compare it: ISO date and time in the zone, with its offset (`2026-05-01T09:00:00+08:00`). */
export function zoned(moment: Date, timeZone: string): string {
  return momentAt(moment.getTime(), timeZone) ?? moment.toISOString();
}

/** The moment at which a day is over in the zone. */
export function endOfDay(day: string, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`) + DAY;
  // What the clocks of the zone show then is as far ahead as they are; at a change of clocks the second look counts.
  const aheadAt = (moment: number): number =>
    Date.parse(`${zoned(new Date(moment), timeZone).slice(0, 19)}Z`) - moment;
  return new Date(midnight - aheadAt(midnight - aheadAt(midnight)));
}
