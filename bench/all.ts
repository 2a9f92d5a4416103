/**
 * Every bench, one after the other, each in a process of its own, and then what each has printed as one table. A bench
 * that does not come to its end is named, and the others go on. `npm run bench [-- save queue]` runs those alone.
 */
import { spawn } from 'node:child_process';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** Scripts of this folder, with what they are given. One that is new is a line here. */
const BENCHES: Record<string, string[]> = {
  core: ['core.ts'],
  hostile: ['hostile.ts'],
  draft: ['draft.ts'],
  keystroke: ['keystroke.ts'],
  fit: ['fit.ts'],
  print: ['print.ts'],
  'first load': ['first-load.ts'],
  session: ['server/session.ts'],
  save: ['server/save.ts'],
  queue: ['server/queue.ts'],
  'queue on MariaDB': ['server/queue.ts', '--kind', 'mariadb'],
  roster: ['server/roster.ts'],
  'roster on MariaDB': ['server/roster.ts', '--kind', 'mariadb'],
  replay: ['server/replay.ts'],
  soak: ['server/soak.ts'],
};

const asked = process.argv.slice(2);
const names = Object.keys(BENCHES).filter((name) => asked.length === 0 || asked.includes(name));
const printed: string[] = [];
for (const name of names) printed.push(await run(name, BENCHES[name] ?? []));
const [load = 0] = loadavg();
process.stdout.write(
  `\n${new Date().toISOString().slice(0, 10)}, Node ${process.version}, load ${load.toFixed(1)}\n\n${printed.join('\n')}`,
);

/** What a bench has printed, under its name. */
async function run(name: string, [script = '', ...given]: string[]): Promise<string> {
  process.stderr.write(`${name}\n`);
  const path = join(import.meta.dirname, script);
  const child = spawn(process.execPath, ['--expose-gc', path, ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const lines = await text(child.stdout);
  const code = await ended;
  return `${name}${code === 0 ? '' : ` DID NOT END WELL (${code})`}\n${lines}`;
}
