/**
 * Every bench, one after the other, each in a process of its own; then what each has printed, and all their goals in one
 * table. A bench that does not come to its end within ten minutes is ended and named, and the others go on.
 * `npm run bench [-- save queue]` runs those alone; with `--quick` at their small sizes.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { ROWS_FILE, type Row, tableOf } from './rows.ts';

const MOST_MINUTES = 10;
const MARIADB = ['--kind', 'mariadb'];

/** A script of this folder, what it is given, and what besides where it is to be quick. */
type Bench = { script: string; given?: string[]; quick?: string[] };

/** One that is new is a line here. */
const BENCHES: Record<string, Bench> = {
  core: { script: 'core.ts', quick: ['--processes', '1'] },
  hostile: { script: 'hostile.ts' },
  draft: { script: 'draft.ts' },
  keystroke: { script: 'keystroke.ts', quick: ['--turns', '4'] },
  fit: { script: 'fit.ts' },
  print: { script: 'print.ts', quick: ['--forms', '6'] },
  'first load': { script: 'first-load.ts', quick: ['--rounds', '1'] },
  session: { script: 'server/session.ts', quick: ['--sizes', '20', '--seconds', '3'] },
  save: { script: 'server/save.ts', quick: ['--sizes', '20', '--seconds', '3'] },
  'open loop': { script: 'server/save.ts', given: ['--open'], quick: ['--sizes', '200', '--seconds', '8'] },
  queue: { script: 'server/queue.ts', quick: ['--sizes', '400'] },
  'queue on MariaDB': { script: 'server/queue.ts', given: MARIADB, quick: ['--sizes', '400'] },
  roster: { script: 'server/roster.ts', quick: ['--sizes', '400'] },
  'roster on MariaDB': { script: 'server/roster.ts', given: MARIADB, quick: ['--sizes', '400'] },
  replay: { script: 'server/replay.ts', quick: ['--cases', '300'] },
  soak: { script: 'server/soak.ts', quick: ['--requests', '600'] },
  fill: { script: 'server/fill.ts', quick: ['--cases', '20000', '--whole', '1400'] },
  'fill on MariaDB': {
    script: 'server/fill.ts',
    given: MARIADB,
    quick: ['--cases', '20000', '--whole', '1400'],
  },
};

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const folder = await mkdtemp(join(tmpdir(), 'shenbao-bench-'));
const rowsFile = join(folder, 'rows.jsonl');
const names = Object.keys(BENCHES).filter((name) => positionals.length === 0 || positionals.includes(name));
const printed: string[] = [];
const unended: string[] = [];
for (const name of names) {
  const bench = BENCHES[name];
  if (bench) printed.push(await run(name, bench));
}
const [load = 0] = loadavg();
process.stdout.write(`${printed.join('\n')}\n`);
process.stdout.write(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, load ${load.toFixed(1)}\n\n`,
);
process.stdout.write(tableOf(rowsOf(rowsFile)));
for (const name of unended) process.stdout.write(`${name} DID NOT END WELL\n`);
await rm(folder, { recursive: true });
process.exitCode = unended.length > 0 ? 1 : 0;

/** What a bench has printed, under its name. */
async function run(name: string, { script, given = [], quick = [] }: Bench): Promise<string> {
  process.stderr.write(`${name}\n`);
  const begun = performance.now();
  const args = ['--expose-gc', join(import.meta.dirname, script), ...given, ...(values.quick ? quick : [])];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, [ROWS_FILE]: rowsFile },
    timeout: MOST_MINUTES * 60_000,
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const lines = await text(child.stdout);
  const code = await ended;
  if (code !== 0) unended.push(name);
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  return `${name}, ${seconds} s${code === 0 ? '' : ' DID NOT END WELL'}\n${lines}`;
}

function rowsOf(file: string): Row[] {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  return lines.map((line) => JSON.parse(line) as Row);
}
