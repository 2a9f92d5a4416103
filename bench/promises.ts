/**
 * Everything in full size: tests/promises, with the machine to themselves; then whatever `npm test` takes a part of
 * (corpora, screens in both themes, journeys on the other database, the browser's registrations); then every suite but
 * the browser's under other clocks. Prints the figures as JSON. Exits with 1 where one of them does not hold.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CLOCKS, underClock } from '../tests/support/clock/clocks.mjs';

const PROMISES = ['--project', 'server', '--maxWorkers', '1', 'tests/promises'];
/** All of it, so that nothing that is scaled or sampled can be left out by an old list. */
const WHOLE = [
  ['--project', 'server', 'tests/server', 'tests/journeys'],
  ['--project', 'browser'],
];
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'shenbao-promises-'));
const figures = join(folder, 'figures.jsonl');
const isSmoke = process.argv.includes('--smoke');
const size = { BAR: isSmoke ? 'smoke' : 'full', BAR_FIGURES: figures };
const exits = [await runTests(PROMISES, size)];
for (const suite of isSmoke ? [] : WHOLE) exits.push(await runTests(suite, size));
const clocks = isSmoke ? [] : await runUnderClocks();
const code = [...exits, ...clocks.map((one) => one.exit)].find((exit) => exit !== 0) ?? 0;
const lines = await readFile(figures, 'utf8').catch(() => '');
const measured = lines
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as unknown);
process.stdout.write(`${JSON.stringify({ held: code === 0, measured, clocks }, null, 2)}\n`);
await rm(folder, { recursive: true });
process.exitCode = code;

/** Nothing hangs on the day on which it runs. */
async function runUnderClocks(): Promise<{ at: string; zone: string; exit: number }[]> {
  const projects = ['quick', 'screens', 'server'].flatMap((project) => ['--project', project]);
  const done = [];
  for (const clock of CLOCKS)
    done.push({ ...clock, exit: await runTests(projects, { NODE_ENV: 'test', ...underClock(clock) }) });
  return done;
}

/** The output of the tests goes to stderr: stdout is JSON alone. */
function runTests(args: string[], env: Record<string, string>): Promise<number> {
  const runner = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(process.execPath, [runner, 'run', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.pipe(process.stderr);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exit) => resolve(exit ?? 1));
  });
}
