/** Many people at once, in a process of its own: asks over and over, and prints how often and how quickly it was answered. */
import { Agent, request } from 'node:http';
import { buffer, text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

/** What one person does over and over; with `value` a section is saved, each time at the version that came last. */
export type Person = { path: string; cookie: string; value?: unknown; version?: number };
/**
 * `every`: between so many milliseconds of each person's own, whatever the server takes; without it at once again.
 * `most`: so often each person asks, where it is said.
 */
export type Work = {
  origin: string;
  seconds: number;
  people: Person[];
  every?: [number, number];
  most?: number;
};
/**
 * Answers in all and a second; milliseconds that half, and 99 of 100, took at most; answers that were no success; and
 * what somebody meant to ask before the end and could not, because the last answer had not come: as late as it was then.
 */
export type Answered = {
  count: number;
  perSecond: number;
  p50: number;
  p99: number;
  wrong: number;
  unasked: number;
};

const {
  origin,
  seconds,
  people,
  every,
  most = Number.POSITIVE_INFINITY,
} = JSON.parse(await text(process.stdin)) as Work;
const agent = new Agent({ keepAlive: true, maxSockets: people.length });
const until = performance.now() + seconds * 1000;
const times: number[] = [];
let wrong = 0;
const unasked: number[] = [];
await Promise.all(people.map(goOn));
const sorted = [...times, ...unasked].toSorted((a, b) => a - b);
const at = (part: number): number => sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
const answered: Answered = {
  count: times.length,
  perSecond: times.length / seconds,
  p50: at(0.5),
  p99: at(0.99),
  wrong,
  unasked: unasked.length,
};
process.stdout.write(JSON.stringify(answered));
agent.destroy();

async function goOn(person: Person): Promise<void> {
  let version = person.version ?? 0;
  // Nobody begins at the same moment; who waits for the last answer is late from the moment they meant to ask again.
  let due = performance.now() + (every ? Math.random() * every[1] : 0);
  for (let asked = 0; asked < most && due < until; asked += 1) {
    const now = performance.now();
    if (now > until) unasked.push(now - due);
    else await askWhenDue();
    due = every ? due + every[0] + Math.random() * (every[1] - every[0]) : performance.now();
  }

  async function askWhenDue(): Promise<void> {
    await pause(Math.max(0, due - performance.now()));
    const { status, body } = await ask(person, version);
    times.push(performance.now() - due);
    if (status !== 200) wrong += 1;
    else if (person.value !== undefined)
      version = (JSON.parse(body.toString()) as { version: number }).version;
  }
}

/** What comes is taken as bytes: to make text of a PDF would be work that no client has. */
function ask({ path, cookie, value }: Person, version: number): Promise<{ status: number; body: Buffer }> {
  const body = value === undefined ? undefined : JSON.stringify({ version, value });
  const method = body === undefined ? 'GET' : 'PUT';
  const json =
    body === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request(
      `${origin}${path}`,
      { agent, method, headers: { origin, cookie, ...json } },
      (answer) => {
        buffer(answer).then((all) => resolve({ status: answer.statusCode ?? 0, body: all }), reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
