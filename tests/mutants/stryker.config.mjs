/** `npm run mutants`: small faults planted in the engine one after the other; each must turn a test red. */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/mutants/vitest.config.ts', related: false },
  mutate: [
    'engine/core/{evaluate,validate,route}/**/*.ts',
    'engine/core/compile/logic/**/*.ts',
    // Sentences: a test that repeats them says nothing.
    '!engine/core/**/locales/*.ts',
  ],
  mutator: { excludedMutations: ['StringLiteral'] },
  ignorePatterns: ['dist', 'data', 'bench', 'docs', 'renderer', 'admin-ui'],
  coverageAnalysis: 'perTest',
  // What runs while a module loads would need a process of its own for each fault.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 20_000,
  // Stryker rewrites this file with an API that TypeScript 7 no longer has; none of that name, nothing to rewrite.
  tsconfigFile: 'none',
  tempDirName: '.cache/mutants',
  cleanTempDir: 'always',
  // What was found out about a file is kept until the file or one of its tests changes.
  incremental: true,
  incrementalFile: '.cache/mutants-known.json',
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: '.cache/mutants.json' },
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
};
