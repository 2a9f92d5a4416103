import { defineConfig } from 'vitest/config';

/**
 * The engine's own tests, alone: what a programme's tests would notice first is a hole in these. Without the long
 * walks and what has nothing to do with the rooms under test: every fault would run them.
 */
export default defineConfig({
  test: {
    include: ['tests/{core,rules,route}/**/*.test.ts'],
    exclude: [
      'tests/route/{invariants,endless}.test.ts',
      'tests/core/{sentence,json,form}/**',
      'tests/core/compile/{standalone,hash}.test.ts',
    ],
    environment: 'node',
    testTimeout: 60_000,
    isolate: false,
  },
});
