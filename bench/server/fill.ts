/**
 * Makes applications by SQL, as the definitions give them, and prints how long a hundred thousand take: of the first
 * everything that was filled in, of the others what lists and rosters begin with.
 * `node bench/server/fill.ts [--kind mariadb] [--cases 1000000] [--whole 70000]`.
 */
import { parseArgs } from 'node:util';
import type { Kind } from '../../tests/support/databases.ts';
import { fill } from '../../tests/support/fill.ts';
import { addRow } from '../rows.ts';
import { withoutIndexes } from './bulk.ts';
import { openFilled } from './filled.ts';

const { values } = parseArgs({
  options: {
    kind: { type: 'string', default: 'sqlite' },
    cases: { type: 'string', default: '1000000' },
    whole: { type: 'string', default: '70000' },
  },
});
const count = Number(values.cases);
const whole = Math.min(count, Number(values.whole));
/** Minutes for a million. */
const MOST = 10;

const staged = await openFilled(values.kind as Kind, 0);
const { db } = staged.services;
const [begun, used] = [performance.now(), process.cpuUsage()];
await withoutIndexes(db, async () => {
  await timed(`${whole} whole`, whole, () => staged.grow(whole));
  const sections = await shortSections();
  await timed(`${count - whole} with ${sections.join(', ')}`, count - whole, () =>
    fill(db, staged.caseId, count, { begun: whole, sections }),
  );
});
report((performance.now() - begun) / 1000);
await staged.stop();

async function timed(what: string, made: number, work: () => Promise<void>): Promise<void> {
  if (made === 0) return;
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  process.stdout.write(
    `${what} on ${values.kind}: ${seconds.toFixed(1)} s, ${((seconds / made) * 100_000).toFixed(0)} s for 100,000\n`,
  );
}

/** All of it with its indexes; fewer are held to their part of the goal. */
function report(seconds: number): void {
  const most = (MOST * 60 * count) / 1_000_000;
  const [work, ours] = [`${count} applications by SQL on ${values.kind}`, `${seconds.toFixed(0)} s`];
  const { user, system } = process.cpuUsage(used);
  const holds = seconds <= most;
  addRow({ work, ours, goal: `${most.toFixed(0)} s`, holds });
  process.stdout.write(
    `${work}: ${ours}, budget ${most.toFixed(0)} s, ${holds ? 'yes' : 'NO'}; this process worked ${((user + system) / 1e6).toFixed(0)} s\n`,
  );
}

/** The first section of the form, and those that its summary names. */
async function shortSections(): Promise<string[]> {
  const [{ category = '' } = {}] = await staged.bare<{ category: string }>(
    'SELECT category FROM cases WHERE id = ?',
    [staged.caseId],
  );
  const form = (await staged.services.editions.current()).categories[category];
  const named = (form?.definition.summary ?? []).map(({ at }) => at.split('/')[1] ?? '');
  return [...new Set([form?.sections[0]?.id ?? '', ...named])];
}
