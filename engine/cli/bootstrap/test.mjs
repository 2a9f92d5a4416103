/** `npm test`: types, Biome, the definitions, then every suite; ends with the seconds of each and `N passed, N failed`. */
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
const seconds = [];
let passed = 0;

function run(title, script, args, more = {}) {
  report(title);
  const options = { cwd: root, stdio: 'inherit', env: { ...env, ...more } };
  const began = performance.now();
  const child = spawnSync(runtimeNode(), [join(root, script), ...args], options);
  seconds.push(`${title} ${Math.round((performance.now() - began) / 1000)} s`);
  return child.status === 0;
}

function gate(title, script, args) {
  if (run(title, script, args)) passed += 1;
  else failures.push(title);
}

function suite(title, projects, files = [], more = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'shenbao-test-'));
  const [reportFile, failuresFile] = [join(folder, 'report.json'), join(folder, 'failures.json')];
  const flags = projects.flatMap((project) => ['--project', project]);
  const args = [
    'run',
    ...files,
    ...flags,
    '--reporter=default',
    '--reporter=json',
    '--reporter=tests/support/retried.ts',
    '--reporter=tests/support/failures.ts',
    `--outputFile.json=${reportFile}`,
  ];
  const clean = run(title, 'node_modules/vitest/vitest.mjs', args, { ...more, FAILURES: failuresFile });
  try {
    const { numPassedTests, numTotalTests } = JSON.parse(readFileSync(reportFile, 'utf8'));
    const failed = JSON.parse(readFileSync(failuresFile, 'utf8'));
    passed += numPassedTests;
    failures.push(...failed.map((line) => `${title}: ${line}`));
    if (numTotalTests === 0) failures.push(`${title}: no test ran`);
    else if (!clean && failed.length === 0) failures.push(`${title}: vitest failed without a reason`);
  } catch (error) {
    failures.push(`${title}: no report (${error.message})`);
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

// Last of all, because the end of a log is what people see.
report(seconds.join(' · '));
for (const failure of failures) console.log(`failed: ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
