/**
 * What one more person costs at a desk: the first page of a queue, a search in it, and the menu with its counts, beside
 * the bare driver for the same rows in the same run.
 * `node bench/server/queue.ts [--kind mariadb] [--sizes 400,4000,40000]`.
 */
import { parseArgs } from 'node:util';
import { queueMenu, queuePage } from '#server/services/queues/index.ts';
import { cases } from '#server/store/index.ts';
import type { Kind } from '../../tests/support/databases.ts';
import { openFilled } from './filled.ts';
import { workLine } from './server-table.ts';
import { median } from './timing.ts';

const { values } = parseArgs({
  options: {
    kind: { type: 'string', default: 'sqlite' },
    sizes: { type: 'string', default: '400,4000,40000' },
  },
});
const ROUNDS = 25;
const PAGE_BUDGET = { budget: values.kind === 'sqlite' ? 2.5 : 1.5, beside: 2 };
const MENU_MS = 3;
const IN_QUEUE = 'p.organisationId = ? AND p.route = ? AND p.cycle = ? AND p.queue = ?';
const KEYSET = `SELECT p.*, c.*, s.value FROM positions p JOIN cases c ON c.id = p.caseId LEFT JOIN case_sections s ON s.caseId = c.id AND s.section = ? WHERE ${IN_QUEUE} ORDER BY p.since DESC, p.caseId DESC LIMIT 101`;
const LIKE = `SELECT p.caseId FROM positions p JOIN cases c ON c.id = p.caseId WHERE ${IN_QUEUE} AND c.name LIKE ? ORDER BY p.since DESC`;
const COUNT = `SELECT COUNT(*) FROM (SELECT caseId FROM positions p WHERE ${IN_QUEUE} LIMIT 1000) q`;

const staged = await openFilled(values.kind as Kind, 0);
const { services, actor, bare } = staged;
const { organisationId, route, cycle, queue } = staged.key;
const key = [organisationId, route, cycle, queue];
const cover = await firstSection();
for (const size of values.sizes.split(',').map(Number)) {
  await staged.grow(size);
  const where = `of ${size} on ${values.kind}`;
  const page = () => queuePage(services, actor, { route, queue });
  await compare(`first page of a queue ${where}`, page, () => bare(KEYSET, [cover, ...key]), PAGE_BUDGET);
  const search = () => queuePage(services, actor, { route, queue, text: 'nobody' });
  await compare(
    `search by a name nobody has ${where}`,
    search,
    () => bare(LIKE, [...key, '%nobody%']),
    PAGE_BUDGET,
  );
  const menu = () => queueMenu(services, actor);
  await compare(`menu with counts ${where}`, menu, () => bare(COUNT, key), { budget: 1, beside: MENU_MS });
}
await staged.stop();

/** Medians of rounds that take turns. */
async function compare(
  what: string,
  ours: () => Promise<unknown>,
  peer: () => Promise<unknown>,
  budget: { budget: number; beside: number },
): Promise<void> {
  const rounds: [Part, Part][] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push([await partOf(ours), await partOf(peer)]);
  const middle = (which: 0 | 1): Part => ({
    wall: median(rounds.map((one) => one[which].wall)),
    processor: median(rounds.map((one) => one[which].processor)),
  });
  process.stdout.write(workLine(what, middle(0), middle(1), budget));
}

type Part = { wall: number; processor: number };

async function partOf(work: () => Promise<unknown>): Promise<Part> {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { wall: performance.now() - begun, processor: (user + system) / 1000 };
}

async function firstSection(): Promise<string> {
  const record = await cases.get(services.db, staged.caseId);
  const { categories } = await services.editions.current();
  return categories[record?.category ?? '']?.sections[0]?.id ?? '';
}
