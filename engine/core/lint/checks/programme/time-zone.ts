import type { Check } from '../../context.ts';

/** A time zone that does not exist: every date of the programme would fail. */
export const timeZone: Check = {
  code: 'time-zone',
  run: ({ definition: { programme } }) =>
    isKnown(programme.timeZone)
      ? []
      : [
          {
            at: '/programme/timeZone',
            params: { zone: programme.timeZone },
            hint: { sentence: 'zone' as const },
          },
        ],
};

function isKnown(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
