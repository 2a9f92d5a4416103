/**
 * What one more person costs: the queue page, its search, the menu and the roster over many applications, beside what
 * the bare driver takes for the same rows in the same run. `node bench/server/scale.ts [--kind mariadb] [--cases 20000]`.
 */
import { createWriteStream } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import ExcelJS from 'exceljs';
import { type Actor, actorOf } from '#server/services/ground/index.ts';
import { queueMenu, queuePage, roster } from '#server/services/queues/index.ts';
import { cases, users } from '#server/store/index.ts';
import { run, Sql } from '#server/store/sql/index.ts';
import { HEALTH, startServer, type TestServer } from '../../tests/journeys/harness.ts';
import { fill } from '../../tests/support/fill.ts';

const { values } = parseArgs({
  options: { kind: { type: 'string', default: 'sqlite' }, cases: { type: 'string', default: '20000' } },
});
const count = Number(values.cases);
const ROUNDS = 15;

const server = await startServer({
  definitions: HEALTH,
  kind: values.kind as 'sqlite' | 'mariadb',
  demo: true,
});
const { services } = server;
const { db } = services;
const waiting = await anyWaiting(server);
const began = performance.now();
await fill(db, waiting.caseId, count);
process.stdout.write(`${count} applications made in ${Math.round(performance.now() - began)} ms\n`);
const actor = await reviewerOf(waiting.organisationId);
const key = [waiting.organisationId, waiting.route, waiting.cycle, waiting.queue];
const queue = { route: waiting.route, queue: waiting.queue };

const KEYSET =
  'SELECT p.*, c.*, s.value FROM positions p JOIN cases c ON c.id = p.caseId LEFT JOIN case_sections s ON s.caseId = c.id AND s.section = ? WHERE p.organisationId = ? AND p.route = ? AND p.cycle = ? AND p.queue = ? ORDER BY p.since DESC, p.caseId DESC LIMIT 101';
const cover =
  (await services.editions.current()).categories[(await cases.get(db, waiting.caseId))?.category ?? '']
    ?.sections[0]?.definition.id ?? '';
await compare(
  'first page of a queue',
  () => queuePage(services, actor, queue),
  () => bare(KEYSET, [cover, ...key]),
);
const LIKE = `SELECT p.caseId FROM positions p JOIN cases c ON c.id = p.caseId WHERE p.organisationId = ? AND p.route = ? AND p.cycle = ? AND p.queue = ? AND c.name LIKE ? ORDER BY p.since DESC`;
await compare(
  'search by a name nobody has',
  () => queuePage(services, actor, { ...queue, text: 'nobody' }),
  () => bare(LIKE, [...key, '%nobody%']),
);
const COUNT =
  'SELECT COUNT(*) FROM (SELECT caseId FROM positions WHERE organisationId = ? AND route = ? AND cycle = ? AND queue = ? LIMIT 1000) q';
await compare(
  'menu with counts',
  () => queueMenu(services, actor),
  () => bare(COUNT, key),
);
await compareRosters();
await server.stop();

async function compare(
  what: string,
  ours: () => Promise<unknown>,
  peer: () => Promise<unknown>,
): Promise<void> {
  const times: [number, number][] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push([await timeOf(ours), await timeOf(peer)]);
  const [mine, theirs] = [median(times.map(([one]) => one)), median(times.map(([, one]) => one))];
  line(what, mine, theirs);
}

async function compareRosters(): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const ours = await timeOf(async () => {
    const { write } = await roster(services, actor, { roster: 'review', queue: waiting.queue, filters: {} });
    process.stdout.write(`rows: ${await write(createWriteStream('/dev/null'))}\n`);
  });
  delay.disable();
  line(`roster of ${count}`, ours, await timeOf(peerRoster));
  process.stdout.write(
    `longest stall ${Math.round(delay.max / 1e6)} ms, memory ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB\n`,
  );
}

/** The same rows by four statements a batch, as a workbook of as many columns. */
async function peerRoster(): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: createWriteStream('/dev/null'),
    useSharedStrings: false,
    useStyles: true,
  });
  const sheet = workbook.addWorksheet('peer');
  const page =
    'SELECT caseId, since FROM positions WHERE organisationId = ? AND route = ? AND cycle = ? AND queue = ? AND (since, caseId) < (?, ?) ORDER BY since DESC, caseId DESC LIMIT 500';
  for (let last = ['9', '']; ; ) {
    const rows = (await bare(page, [...key, ...last])) as { caseId: string; since: string }[];
    const end = rows.at(-1);
    if (!end) break;
    const ids = rows.map(({ caseId }) => caseId);
    const marks = ids.map(() => '?').join(',');
    await bare(`SELECT * FROM cases WHERE id IN (${marks})`, ids);
    await bare(`SELECT * FROM users WHERE id IN (${marks})`, ids);
    const answers = (await bare(`SELECT * FROM case_sections WHERE caseId IN (${marks})`, ids)) as {
      caseId: string;
      value: string;
    }[];
    for (const [id, parts] of Map.groupBy(answers, ({ caseId }) => caseId)) {
      const texts = parts.map(({ value }) => JSON.stringify(JSON.parse(value)).slice(0, 20));
      sheet.addRow([id, ...Array.from({ length: 32 }, (_, at) => texts[at % texts.length] ?? '')]).commit();
    }
    last = [end.since, end.caseId];
  }
  await workbook.commit();
}

async function bare(text: string, given: string[]): Promise<object[]> {
  return (await run(db, new Sql(text, given))).rows;
}

async function anyWaiting({ services: { db: store } }: TestServer) {
  const [position] = (
    await run(
      store,
      new Sql(
        "SELECT p.* FROM positions p JOIN cases c ON c.id = p.caseId WHERE c.subject = 'application' AND p.queue = 'pending' LIMIT 1",
      ),
    )
  ).rows as { caseId: string; organisationId: string; route: string; cycle: string; queue: string }[];
  if (!position) throw new Error('the demonstration has nothing that waits');
  return position;
}

async function reviewerOf(organisationId: string): Promise<Actor> {
  for (const user of await users.ofOrganisation(db, organisationId)) {
    const one = await actorOf(services, db, user, null);
    if (one?.abilities.includes('review')) return { ...one, abilities: [...one.abilities, 'export'] };
  }
  throw new Error('nobody reviews there');
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

function line(what: string, ours: number, peer: number): void {
  process.stdout.write(
    `${what.padEnd(32)} ${ours.toFixed(1).padStart(10)} ms ${peer.toFixed(1).padStart(10)} ms ${(ours / peer).toFixed(2).padStart(8)}\n`,
  );
}
