/**
 * Makes applications by SQL, as the definitions give them, and prints how long a hundred thousand take: of the first
 * everything that was filled in, of the others what lists and rosters begin with.
 * `node bench/server/fill.ts [--kind mariadb] [--cases 1000000] [--whole 70000]`.
 */
import { parseArgs } from 'node:util';
import type { Kind } from '../../tests/support/databases.ts';
import { fill } from '../../tests/support/fill.ts';
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

const staged = await openFilled(values.kind as Kind, 0);
await timed(`${whole} whole`, whole, () => staged.grow(whole));
const sections = await shortSections();
await timed(`${count - whole} with ${sections.join(', ')}`, count - whole, () =>
  fill(staged.services.db, staged.caseId, count, { begun: whole, sections }),
);
await staged.stop();

async function timed(what: string, made: number, work: () => Promise<void>): Promise<void> {
  if (made === 0) return;
  const begun = performance.now();
  await work();
  const seconds = (performance.now() - begun) / 1000;
  process.stdout.write(
    `${what} on ${values.kind}: ${seconds.toFixed(1)} s, ${((seconds / made) * 100_000).toFixed(0)} s for 100,000\n`,
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
