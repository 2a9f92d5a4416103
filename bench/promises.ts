/**
 * The promises of safety in full size: runs tests/promises and the authorization table at full size, then every suite
 * but the browser's under other clocks, and prints the figures as JSON. Exits with 1 where one of them does not hold.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CLOCKS, underClock } from '../tests/support/clock/clocks.mjs';

const PROMISES = ['tests/promises', 'tests/server/http/authorization.test.ts'];
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'shenbao-promises-'));
const figures = join(folder, 'figures.jsonl');
const isSmoke = process.argv.includes('--smoke');
const promises = await runTests(['--project', 'server', ...PROMISES], {
  BAR: isSmoke ? 'smoke' : 'full',
  BAR_FIGURES: figures,
});
const clocks = isSmoke ? [] : await runUnderClocks();
const code = [promises, ...clocks.map((one) => one.exit)].find((exit) => exit !== 0) ?? 0;
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
