/** The clocks under which the tests are run besides the machine's: another year, a leap day, either side of the date line. */

export const CLOCKS = [
  { at: '2027-02-10T22:30:00-05:00', zone: 'America/New_York' },
  { at: '2028-02-29T08:30:00+08:00', zone: 'Asia/Shanghai' },
  { at: '2031-06-15T12:00:00Z', zone: 'America/New_York' },
];

/** What of the environment makes a process, and every process that it starts, live at that time. */
export function underClock({ at, zone }) {
  const shift = new URL('./shift.mjs', import.meta.url);
  return { CLOCK_AT: at, TZ: zone, NODE_OPTIONS: `--import=${shift.href}` };
}

/** Tests in which dates matter, by the kind of project that runs them: quick enough to be run twice. */
export const DATED = [
  ...['tests/definitions/cases.test.ts', 'tests/definitions/demo.test.ts', 'tests/route/time-limits.test.ts'],
  ...['tests/core/logic/formats.test.ts', 'tests/screens/times.test.tsx', 'tests/screens/widgets.test.tsx'],
  ...['tests/journeys/cycle.test.ts', 'tests/journeys/garden.test.ts'],
  ...['tests/server/services/seed.test.ts', 'tests/server/files/folder-store.test.ts'],
];
