import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

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
          testTimeout: 30_000,
          // They keep nothing between them: what one has imported serves the next.
          isolate: false,
        },
      },
      {
        // What the screens' own build leaves out is left out here too.
        resolve: { alias: { 'markdown-to-jsx/react': here('./renderer/form/templates/Markdown.tsx') } },
        test: {
          name: 'screens',
          include: ['tests/screens/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['tests/screens/support/setup.ts'],
          testTimeout: 60_000,
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
          testTimeout: 60_000,
          hookTimeout: 60_000,
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
          testTimeout: 120_000,
          hookTimeout: 120_000,
          retry: 2,
        },
      },
    ],
  },
});
