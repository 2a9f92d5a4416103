/** `npm test`: types, Biome, the definitions, then every suite; ends with `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLOCKS, DATED, underClock } from '../../../tests/support/clock/clocks.mjs';
import {
  ensureBuild,
  ensureChromium,
  ensurePackages,
  environment,
  report,
  root,
  runtimeNode,
} from './prepare.mjs';

ensurePackages();
const chromium = ensureChromium({ tools: true });
if (!chromium && process.env.CI) {
  console.error('No Chromium: under CI that is a failure.');
  process.exit(1);
}
ensureBuild();

const env = environment({
  NODE_ENV: 'test',
  PAGES_DIR: join(root, 'dist', 'renderer'),
  ...(chromium ? { CHROMIUM_PATH: chromium } : {}),
});
const failures = [];
let passed = 0;

function run(title, script, args, more = {}) {
  report(title);
  const options = { cwd: root, stdio: 'inherit', env: { ...env, ...more } };
  const child = spawnSync(runtimeNode(), [join(root, script), ...args], options);
  return child.status === 0;
}

function gate(title, script, args) {
  if (run(title, script, args)) passed += 1;
  else failures.push(title);
}

function suite(title, projects, files = [], more = {}) {
  const reportFile = join(mkdtempSync(join(tmpdir(), 'shenbao-test-')), 'report.json');
  const flags = projects.flatMap((project) => ['--project', project]);
  const args = [
    'run',
    ...files,
    ...flags,
    '--reporter=default',
    '--reporter=json',
    '--reporter=tests/support/retried.ts',
    `--outputFile.json=${reportFile}`,
  ];
  const clean = run(title, 'node_modules/vitest/vitest.mjs', args, more);
  try {
    const result = JSON.parse(readFileSync(reportFile, 'utf8'));
    passed += result.numPassedTests;
    for (let n = 0; n < result.numFailedTests; n += 1) failures.push(title);
    if (result.numTotalTests === 0) failures.push(`${title}: no test ran`);
    else if (!clean && result.numFailedTests === 0)
      failures.push(`${title}: a file could not be run, or too many tests had to be tried again`);
  } catch {
    failures.push(`${title}: no report`);
  }
}

const only = process.argv.slice(2);
const wanted = (name) => only.length === 0 || only.includes(name);

if (wanted('types')) {
  gate('Types', 'node_modules/typescript/bin/tsc', ['-p', 'tsconfig.json']);
  gate('Types of the core, without Node and DOM', 'node_modules/typescript/bin/tsc', [
    '-p',
    'engine/core/tsconfig.json',
  ]);
}
if (wanted('lint')) gate('Biome', 'node_modules/@biomejs/biome/bin/biome', ['check', '.']);
if (wanted('definitions'))
  gate('Definitions', 'engine/cli/shenbao.mjs', ['check', 'definitions/chongqing-health-titles']);
if (wanted('quick')) suite('Quick tests', ['quick', 'screens']);
if (wanted('server')) suite('Server and journeys', ['server']);
if (wanted('clock')) {
  const [clock] = CLOCKS;
  const title = `What depends on dates, on ${clock.at} in ${clock.zone}`;
  suite(title, ['quick', 'screens', 'server'], DATED, underClock(clock));
}
if (wanted('browser') && chromium) suite('Browser', ['browser']);
if (wanted('browser') && !chromium) report('NOTICE: no Chromium, so the browser suite did not run.');

for (const failure of new Set(failures)) console.log(`failed: ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
