/**
 * Every bench, one after the other, each in a process of its own, and all their goals in one table. What a bench finds
 * is printed as soon as it is there; the table so far stands in `.cache/bench.txt` after each of them, so that nothing is
 * lost where the run is ended. A bench that does not come to its end in time is ended with all that it has started,
 * stands so in the table, and the others go on. `npm run bench [-- save queue]` runs those alone; `--quick` at their
 * small sizes, about ten minutes on two quiet cores; `--minutes 5`: the most that one bench may take.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROWS_FILE, type Row, tableOf } from './rows.ts';

/** The most minutes that one bench may take. */
const MOST_MINUTES = { whole: 10, quick: 1.5 };
const TABLE_FILE = join(import.meta.dirname, '../.cache/bench.txt');
const MARIADB = ['--kind', 'mariadb'];

/** A script of this folder, what it is given, and what besides where it is to be quick. */
type Bench = { script: string; given?: string[]; quick?: string[] };

/** One that is new is a line here. */
const BENCHES: Record<string, Bench> = {
  core: { script: 'core.ts', quick: ['--processes', '1', '--cases', '3'] },
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
  options: { quick: { type: 'boolean', default: false }, minutes: { type: 'string' } },
  allowPositionals: true,
});
const mostMinutes = Number(values.minutes ?? (values.quick ? MOST_MINUTES.quick : MOST_MINUTES.whole));
const folder = await mkdtemp(join(tmpdir(), 'shenbao-bench-'));
const rows: Row[] = [];
const names = Object.keys(BENCHES).filter((name) => positionals.length === 0 || positionals.includes(name));
await mkdir(join(TABLE_FILE, '..'), { recursive: true });
for (const [at, name] of names.entries()) {
  const bench = BENCHES[name];
  if (!bench) continue;
  process.stdout.write(`\n${name} (${at + 1} of ${names.length})\n`);
  const { seconds, problem, found } = await run(bench, join(folder, `${at}.jsonl`));
  rows.push(...found, ...(problem ? [unended(name, problem)] : []));
  process.stdout.write(`${name}: ${seconds} s${problem ? `, ${problem.toUpperCase()}` : ''}\n`);
  await writeFile(TABLE_FILE, table(`${at + 1} of ${names.length} benches`));
}
process.stdout.write(`\n${table('all that was asked for')}`);
await rm(folder, { recursive: true });
process.exitCode = rows.some(({ ended }) => ended === false) ? 1 : 0;

type Run = { seconds: string; problem?: string; found: Row[] };

/** Runs a bench, whose lines go out as they come; what it has written into the table, and what went wrong. */
async function run({ script, given = [], quick = [] }: Bench, rowsFile: string): Promise<Run> {
  const begun = performance.now();
  const args = ['--expose-gc', join(import.meta.dirname, script), ...given, ...(values.quick ? quick : [])];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, [ROWS_FILE]: rowsFile },
    detached: true,
  });
  const problem = await ending(child);
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  return { seconds, ...(problem && { problem }), found: rowsOf(rowsFile) };
}

/** Waits for the end of a bench, at most as long as one may take; undefined where it went well. */
async function ending(child: ChildProcess): Promise<string | undefined> {
  let isLate = false;
  const limit = setTimeout(() => {
    isLate = true;
    endAll(child);
  }, mostMinutes * 60_000);
  const interrupted = (): void => {
    endAll(child);
    process.exit(130);
  };
  process.once('SIGINT', interrupted);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  process.off('SIGINT', interrupted);
  clearTimeout(limit);
  if (isLate) return `not ended after ${mostMinutes} min`;
  return code === 0 ? undefined : 'failed';
}

/** With the servers and browsers that it has started: they are of its group of processes. */
function endAll({ pid }: ChildProcess): void {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself in the meantime.
  }
}

function unended(name: string, problem: string): Row {
  return { work: name, ours: problem, goal: 'an end', holds: false, ended: false };
}

function table(how: string): string {
  const [load = 0] = loadavg();
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, Node ${process.version}, load ${load.toFixed(1)}, ${how}\n\n${tableOf(rows)}`;
}

function rowsOf(file: string): Row[] {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  return lines.map((line) => JSON.parse(line) as Row);
}
