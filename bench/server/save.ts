/**
 * Saving a section of 0.9 KB by twenty people at once, beside bare Koa over the driver with the same reads and as many
 * commits, in the same run; and what a commit alone takes on this disk.
 * `node bench/server/save.ts [--sizes 20,200,2000] [--seconds 8]`: so many applications stand beside those that are saved.
 * `--open`: two hundred people who each save every two to three seconds, however long the last one took; late is whoever
 * is answered late after the moment at which they meant to save. On a machine with a tenth of a core to spare everybody
 * is late, and it ends all the same: who has not come to ask at the end counts as late as they are then.
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import BetterSqlite from 'better-sqlite3';
import Koa from 'koa';
import { startServer } from '../../tests/journeys/harness.ts';
import { type Load, loaded } from './asked.ts';
import type { Person } from './client.ts';
import { type Applicant, applicants, filledIn } from './people.ts';
import { lateLine, loadLine } from './server-table.ts';

const { values } = parseArgs({
  options: {
    open: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    seconds: { type: 'string' },
  },
});
const AT_ONCE = values.open ? 200 : 20;
const SIZES = values.sizes ?? (values.open ? '200' : '20,200,2000');
const BUDGET = 0.5;
/** Milliseconds that one save in a hundred may be late. */
const LATE = 100;
/** Between two saves of one person. */
const EVERY = { every: [2000, 3000] as [number, number] };
const SECTION = 'basic';
const seconds = Number(values.seconds ?? (values.open ? '20' : '8'));
const pace = values.open ? EVERY : {};

const server = await startServer({ definitions: await filledIn(), demo: true });
const file = server.databaseUrl.replace('sqlite://', '');
for (const size of SIZES.split(',').map(Number)) {
  const people = await applicants(server.services, AT_ONCE, size);
  const saving = await savers(people);
  const ours = await loaded({ origin: server.origin, seconds, ...pace, people: saving });
  const peer = await besideBare(people, saving);
  const line = values.open
    ? lateLine(`${AT_ONCE} people save every 2-3 s, ${size} applications`, ours, peer, LATE)
    : loadLine(`save a section, ${size} applications`, ours, peer, BUDGET);
  process.stdout.write(line);
}
process.stdout.write(`a commit alone: ${commitTime().toFixed(2)} ms\n`);
await server.stop();

/** All are copies of one application: what is stored of it is read once, however many they are. */
async function savers(people: Applicant[]): Promise<Person[]> {
  const [{ caseId = '', cookie = '' } = {}] = people;
  const answer = await fetch(`${server.origin}/api/cases/${caseId}`, { headers: { cookie } });
  const { sections } = (await answer.json()) as {
    sections: { [id: string]: { value: unknown; version: number } };
  };
  const { value, version } = sections[SECTION] ?? { value: {}, version: 0 };
  return people.map((one) => ({
    ...{ path: `/api/cases/${one.caseId}/sections/${SECTION}`, cookie: one.cookie, value, version },
  }));
}

/** The same rows read one by one and their JSON parsed, the section written, one commit, its file synced as ours is. */
async function besideBare(people: Applicant[], saving: Person[]): Promise<Load> {
  const database = new BetterSqlite(file);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'secure_delete = ON'])
    database.pragma(pragma);
  // Answers of its own: what is sealed in ours may not be overwritten with what is not.
  database.exec(
    'DROP TABLE IF EXISTS peer_sections; CREATE TABLE peer_sections AS SELECT * FROM case_sections; CREATE UNIQUE INDEX peer_key ON peer_sections (caseId, section)',
  );
  const read = [
    'SELECT * FROM users WHERE id = @user',
    'SELECT * FROM cases WHERE id = @case',
    'SELECT * FROM files WHERE caseId = @case',
    'SELECT * FROM strikes WHERE caseId = @case',
    'SELECT * FROM organisations WHERE id = (SELECT organisationId FROM users WHERE id = @user)',
    'SELECT * FROM cases WHERE id = (SELECT caseId FROM users WHERE id = @user)',
  ].map((text) => database.prepare(text));
  const answers = database.prepare('SELECT * FROM peer_sections WHERE caseId = ?');
  const write = database.prepare(
    `UPDATE peer_sections SET value = ?, version = version + 1 WHERE caseId = ? AND section = '${SECTION}'`,
  );
  const app = new Koa();
  app.use(async (ctx) => {
    const [caseId = '', userId = ''] = ctx.path.slice(1).split('/');
    const body = JSON.parse(await bodyOf(ctx.req)) as { version: number; value: unknown };
    database.exec('BEGIN IMMEDIATE');
    for (const statement of read) statement.all({ user: userId, case: caseId });
    for (const row of answers.all([caseId])) JSON.parse((row as { value: string }).value);
    write.run([JSON.stringify(body.value), caseId]);
    database.exec('COMMIT');
    ctx.type = 'application/json';
    ctx.body = JSON.stringify({ version: body.version + 1, value: body.value });
  });
  const listening = app.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  const asked = people.map(
    (one, at): Person => ({ ...(saving[at] as Person), path: `/${one.caseId}/${one.userId}` }),
  );
  const load = await loaded({ origin: `http://127.0.0.1:${port}`, seconds, ...pace, people: asked });
  listening.close();
  database.close();
  return load;
}

async function bodyOf(request: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

/** The median of a hundred. */
function commitTime(): number {
  const database = new BetterSqlite(file);
  database.pragma('synchronous = FULL');
  // What is written has to differ, or nothing is.
  const write = database.prepare(
    'UPDATE peer_sections SET version = version + 1 WHERE rowid = (SELECT MIN(rowid) FROM peer_sections)',
  );
  const times = Array.from({ length: 100 }, () => {
    const begun = performance.now();
    database.exec('BEGIN IMMEDIATE');
    write.run({});
    database.exec('COMMIT');
    return performance.now() - begun;
  });
  database.close();
  return times.toSorted((a, b) => a - b)[50] ?? Number.NaN;
}
