/**
 * The promises of safety in full size: runs tests/promises and the authorization table at full size and prints the
 * figures as JSON. Exits with 1 where one of them does not hold.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROMISES = ['tests/promises', 'tests/server/http/authorization.test.ts'];
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'shenbao-promises-'));
const figures = join(folder, 'figures.jsonl');
const code = await runTests(process.argv.includes('--smoke') ? 'smoke' : 'full');
const lines = await readFile(figures, 'utf8').catch(() => '');
const measured = lines
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as unknown);
process.stdout.write(`${JSON.stringify({ held: code === 0, measured }, null, 2)}\n`);
await rm(folder, { recursive: true });
process.exitCode = code;

/** The output of the tests goes to stderr: stdout is JSON alone. */
function runTests(size: string): Promise<number> {
  const runner = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(process.execPath, [runner, 'run', '--project', 'server', ...PROMISES], {
    cwd: root,
    env: { ...process.env, BAR: size, BAR_FIGURES: figures },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.pipe(process.stderr);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exit) => resolve(exit ?? 1));
  });
}
