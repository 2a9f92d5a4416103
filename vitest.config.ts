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

/** Quick tests first; everything that needs a database or a browser shares one of each. */
export default defineConfig({
  test: {
    // Of two cores vitest would leave one idle.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: 'quick',
          include: ['tests/{core,rules,lint,definitions,boundaries,route,renderer}/**/*.test.{ts,tsx}'],
          environment: 'node',
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
          ...patience(600_000),
        },
      },
      {
        test: {
          name: 'browser',
          experimental: { viteModuleRunner: false },
          isolate: false,
          include: ['tests/browser/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/support/shared.ts'],
          ...patience(600_000),
          retry: 2,
        },
      },
    ],
  },
});
