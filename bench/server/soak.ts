/**
 * Ten thousand mixed requests, and as many again: the second half may take no more memory than the first left behind,
 * beyond five in a hundred, and be no slower. `node --expose-gc bench/server/soak.ts [--requests 10000]`.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { addRow } from '../rows.ts';
import { openFilled } from './filled.ts';
import { applicants, cookieFor } from './people.ts';
import { median } from './timing.ts';

const { values } = parseArgs({ options: { requests: { type: 'string', default: '10000' } } });
const REQUESTS = Number(values.requests);
const WAITING = 300;
const PEOPLE = 20;
const AT_ONCE = 10;
const MORE_MEMORY = 1.05;
const SLOWER = 1.1;

let wrong = 0;
const versions = new Map<string, number>();
const staged = await openFilled('sqlite', WAITING);
const { services, origin, key, actor } = staged;
const people = await applicants(services, PEOPLE);
const reviewer = await cookieFor(services, actor.userId);
const requests: Ask[] = [
  ...repeated(5, (at) => get('/api/session', cookieOf(at))),
  ...repeated(2, (at) => get('/api/applications', cookieOf(at))),
  ...repeated(4, (at) => get(`/api/cases/${people[at % PEOPLE]?.caseId}`, cookieOf(at))),
  ...repeated(3, (at) => save(at)),
  ...repeated(1, (at) => get(`/api/cases/${people[at % PEOPLE]?.caseId}/problems`, cookieOf(at))),
  ...repeated(2, () => get('/api/queues', reviewer)),
  ...repeated(2, () => get(`/api/queues/${key.route}/${key.queue}`, reviewer)),
  ...repeated(1, () => get(`/api/cases/${staged.caseId}`, reviewer)),
];

await turn(REQUESTS / 5);
const halves = [await turn(REQUESTS), await turn(REQUESTS)];
const [first, second] = halves;
if (!first || !second) throw new Error('nothing was measured');
const memory = second.memory / first.memory;
const time = second.processor / first.processor;
const soaked = `soak, ${REQUESTS} requests twice`;
const megabytes = ({ memory: left }: Half): string => `${left.toFixed(0)} MB`;
const each = ({ processor }: Half): string => `${processor.toFixed(2)} ms`;
addRow({
  ...{ work: `${soaked}: memory`, ours: megabytes(second), peer: megabytes(first), ratio: memory },
  ...{ goal: `${MORE_MEMORY}`, holds: memory <= MORE_MEMORY },
});
addRow({
  ...{ work: `${soaked}: processor`, ours: each(second), peer: each(first), ratio: time },
  ...{ goal: `${SLOWER}`, holds: time <= SLOWER },
});
process.stdout.write(
  `${soaked}: memory ${first.memory.toFixed(0)} and ${second.memory.toFixed(0)} MB, ratio ${memory.toFixed(3)}, budget ${MORE_MEMORY}, ${verdict(memory <= MORE_MEMORY)}; processor ${first.processor.toFixed(2)} and ${second.processor.toFixed(2)} ms a request, ratio ${time.toFixed(2)}, budget ${SLOWER}, ${verdict(time <= SLOWER)}; wrong answers ${first.wrong + second.wrong}\n`,
);
await staged.stop();

type Ask = (at: number) => Promise<void>;
type Half = { memory: number; processor: number; wrong: number };

async function turn(count: number): Promise<Half> {
  wrong = 0;
  let next = 0;
  const used = process.cpuUsage();
  const goOn = async (): Promise<void> => {
    while (next < count) {
      const at = next;
      next += 1;
      await requests[at % requests.length]?.(at);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, goOn));
  const { user, system } = process.cpuUsage(used);
  return { memory: await heapAtRest(), processor: (user + system) / 1000 / count, wrong };
}

/** What is left when everybody has gone: the median of several looks. */
async function heapAtRest(): Promise<number> {
  const sizes: number[] = [];
  for (let times = 0; times < 5; times += 1) {
    globalThis.gc?.();
    await pause(100);
    sizes.push(process.memoryUsage().heapUsed / 2 ** 20);
  }
  return median(sizes);
}

function repeated(times: number, one: Ask): Ask[] {
  return Array.from({ length: times }, () => one);
}

function cookieOf(at: number): string {
  return people[at % PEOPLE]?.cookie ?? '';
}

async function get(path: string, cookie: string): Promise<void> {
  const answer = await fetch(`${origin}${path}`, { headers: { cookie } });
  await answer.arrayBuffer();
  if (!answer.ok) wrong += 1;
}

/** Two of one person at once: the later one is told what is stored, as it should be. */
async function save(at: number): Promise<void> {
  const { caseId = '', cookie = '' } = people[at % PEOPLE] ?? {};
  const path = `${origin}/api/cases/${caseId}/sections/work`;
  const version = versions.get(caseId) ?? 1;
  const headers = { cookie, origin, 'content-type': 'application/json' };
  const body = JSON.stringify({ version, value: [] });
  const answer = await fetch(path, { method: 'PUT', headers, body });
  const { version: now, current } = (await answer.json()) as {
    version?: number;
    current?: { version: number };
  };
  versions.set(caseId, now ?? current?.version ?? version);
  if (!answer.ok && answer.status !== 409) wrong += 1;
}

function verdict(within: boolean): string {
  return within ? 'yes' : 'NO';
}
