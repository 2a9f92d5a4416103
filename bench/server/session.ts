/**
 * Who am I, and opening one's own case, by twenty people at once, beside bare Koa that answers the same bytes, in the
 * same run. `node bench/server/session.ts [--sizes 20,200,2000] [--seconds 6]`.
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import Koa from 'koa';
import { HEALTH, startServer } from '../../tests/journeys/harness.ts';
import { type Load, loaded } from './asked.ts';
import { type Applicant, applicants } from './people.ts';
import { loadLine } from './server-table.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '20,200,2000' },
    seconds: { type: 'string', default: '6' },
  },
});
const AT_ONCE = 20;
const seconds = Number(values.seconds);
/** 3,000 of the 10,775 /s, and 500 of them, that bare Koa gave where the goals were set. */
const BUDGETS = { session: 0.28, case: 0.046 };

const server = await startServer({ definitions: HEALTH, demo: true });
for (const size of values.sizes.split(',').map(Number)) {
  const people = (await applicants(server.services, Math.max(size, AT_ONCE))).slice(0, AT_ONCE);
  await compare(`who am I, ${size} applicants`, people, () => '/api/session', BUDGETS.session);
  await compare(
    `open one's own case, ${size} applicants`,
    people,
    ({ caseId }) => `/api/cases/${caseId}`,
    BUDGETS.case,
  );
}
await server.stop();

async function compare(
  what: string,
  people: Applicant[],
  path: (one: Applicant) => string,
  budget: number,
): Promise<void> {
  const asked = people.map((one) => ({ path: path(one), cookie: one.cookie }));
  const ours = await loaded({ origin: server.origin, seconds, people: asked });
  const [{ path: first = '', cookie = '' } = {}] = asked;
  const answer = await fetch(`${server.origin}${first}`, { headers: { cookie } });
  const peer = await bareKoa(await answer.text(), asked);
  process.stdout.write(loadLine(what, ours, peer, budget));
}

async function bareKoa(body: string, people: { path: string; cookie: string }[]): Promise<Load> {
  const app = new Koa();
  app.use((ctx) => {
    ctx.type = 'application/json';
    ctx.body = body;
  });
  const listening = app.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  const load = await loaded({ origin: `http://127.0.0.1:${port}`, seconds, people });
  listening.close();
  return load;
}
