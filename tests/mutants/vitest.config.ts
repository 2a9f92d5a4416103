import { defineConfig } from 'vitest/config';

/** The engine's own tests, alone: what a programme's tests would notice first is a hole in these. */
export default defineConfig({
  test: {
    include: ['tests/{core,rules,route}/**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
  },
});
