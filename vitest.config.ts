import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { leftOut } from './renderer/vite.config.ts';

/**
 * Limits that only a hang runs into, on a machine that does ten other things too. How long something takes belongs
 * in bench/, not here.
 */
const patience = (milliseconds: number) => ({
  testTimeout: milliseconds,
  hookTimeout: milliseconds,
  expect: { poll: { timeout: 90_000 } },
});

/**
 * What great stories go through again, at length or by other means: `npm run promises` plays it, `npm test` leaves it
 * out. Here stands why each is not the only one of its kind.
 */
const AT_LENGTH = [
  // Officers: the tutorial makes, tries, submits and publishes a change; each room has its tests on a small programme.
  'policy/year-by-keyboard.test.ts',
  'policy/new-programme.test.ts',
  'policy/begin-by-keyboard.test.ts',
  'policy/forms.test.ts',
  'policy/mends.test.ts',
  'policy/templates.test.ts',
  'policy/unsent.test.ts',
  // One more number of a draft; `draft.test.ts` changes another.
  'policy/retention.test.ts',
  // Every screen in both themes: what each test looks at, it looks at with axe; widths are tried in `widths.test.ts`.
  'themes.test.ts',
  // Applicants and units: the story, other programmes' registrations, the desk of accounts.
  'theatre.test.ts',
  'accounts.test.ts',
  'keyboard.test.ts',
  'many.test.ts',
  'applicant/filling.test.ts',
  'registrations/keyboard.test.ts',
  // Every endpoint is asked from elsewhere over HTTP, too.
  'foreign-origin.test.ts',
].map((path) => `tests/browser/${path}`);

/** In which order the suites come, and how many of their files are run at once. */
const turn = (groupOrder: number, maxWorkers: number) => ({ sequence: { groupOrder }, maxWorkers });

// Of two cores vitest would leave one idle; tests that wait for a database or a browser leave half of each idle.
const CALCULATING = availableParallelism();
const WAITING = 2 * availableParallelism();

/** Quick tests first; everything that needs a database or a browser shares one of each. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'quick',
          include: ['tests/{core,rules,lint,definitions,boundaries,route,renderer}/**/*.test.{ts,tsx}'],
          environment: 'node',
          ...turn(0, CALCULATING),
          ...patience(180_000),
          // They keep nothing between them: what one has imported serves the next.
          isolate: false,
        },
      },
      {
        // What the screens' own build leaves out is left out here too.
        resolve: { alias: leftOut },
        test: {
          name: 'screens',
          include: ['tests/screens/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['tests/screens/support/setup.ts'],
          ...turn(0, CALCULATING),
          ...patience(180_000),
          isolate: false,
        },
      },
      {
        test: {
          name: 'server',
          restoreMocks: true,
          // Node runs the engine's TypeScript by itself, as it does when it serves.
          experimental: { viteModuleRunner: false },
          isolate: false,
          include: ['tests/{server,journeys,promises}/**/*.test.ts'],
          environment: 'node',
          ...turn(1, WAITING),
          ...patience(600_000),
        },
      },
      {
        test: {
          name: 'browser',
          experimental: { viteModuleRunner: false },
          isolate: false,
          include: ['tests/browser/**/*.test.ts'],
          exclude: process.env.BAR === 'full' ? [] : AT_LENGTH,
          environment: 'node',
          globalSetup: ['tests/support/shared.ts'],
          ...turn(2, WAITING),
          ...patience(600_000),
          retry: 2,
        },
      },
    ],
  },
});
