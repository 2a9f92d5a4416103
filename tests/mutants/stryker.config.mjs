/** `npm run mutants`: small faults planted in the engine one after the other; each must turn a test red. */
import { globSync, readFileSync } from 'node:fs';

/** `MUTANTS_SAMPLE=4` plants faults in every fourth line alone: a score in a quarter of the time. */
const every = Number(process.env.MUTANTS_SAMPLE ?? 1);

const ROOMS = ['evaluate', 'validate', 'route', 'compile/logic'];
/** Sentences: a test that repeats them says nothing. */
const isSentences = (file) => file.includes('/locales/');

const files = globSync(ROOMS.map((room) => `engine/core/${room}/**/*.ts`))
  .filter((file) => !isSentences(file))
  .sort();

/** Where a file begins to be counted differs, so that not only the first lines of short files are taken. */
function linesOf(file, index) {
  const count = readFileSync(file, 'utf8').split('\n').length;
  const lines = Array.from({ length: count }, (_, at) => at + 1);
  return lines.filter((line) => (line + index) % every === 0).map((line) => `${file}:${line}-${line}`);
}

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/mutants/vitest.config.ts', related: false },
  mutate: every > 1 ? files.flatMap(linesOf) : files,
  mutator: { excludedMutations: ['StringLiteral'] },
  ignorePatterns: ['dist', 'data', 'bench', 'docs', 'renderer', 'admin-ui'],
  coverageAnalysis: 'perTest',
  // What runs while a module loads would need a process of its own for each fault.
  ignoreStatic: true,
  concurrency: 2,
  // An endless loop is told by how often it is run; the clock is only the last resort, also on a busy machine.
  timeoutMS: 120_000,
  // Stryker rewrites this file with an API that TypeScript 7 no longer has; none of that name, nothing to rewrite.
  tsconfigFile: 'none',
  tempDirName: '.cache/mutants',
  cleanTempDir: 'always',
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: '.cache/mutants.json' },
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
};
