/**
 * How long a change of a real programme takes to be assembled, linted and compiled: everything anew, and by a draft that
 * remembers; in this process, and in a worker of a page under a policy without `unsafe-eval`. Medians, beside the best
 * time and what the processor worked on it; the load of the machine stands on the first line.
 */
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { openDraft } from '#core/draft/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import { readFolder } from '#server/load/index.ts';
import { CHROMIUM } from './chromium.ts';
import { type Change, changed, changesOf } from './draft/changes.ts';
import { workerTime } from './draft/worker-time.ts';
import { head, timeLine } from './table.ts';

/** The most milliseconds until a change is judged. */
const BUDGET = 300;
/** For everything at once, and for what may follow later. */
const WHOLE = 2000;
const TURNS = 11;

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const files = await readFolder(at('../definitions/chongqing-health-titles'));
const changes = changesOf(files);

const median = (times: number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

type Time = { wall: number; processor?: number };

function timed(work: () => unknown): Time {
  const [begun, used] = [performance.now(), processorTime()];
  work();
  return { wall: performance.now() - begun, processor: processorTime() - used };
}

function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** The median against the budget; then the best, and what the processor took of it (median). */
function report(what: string, times: Time[], budget = BUDGET): void {
  const walls = times.map(({ wall }) => wall);
  const processor = times.flatMap((time) => time.processor ?? []);
  const more = [`best ${Math.min(...walls).toFixed(0)} ms`];
  if (processor.length > 0) more.push(`processor ${median(processor).toFixed(0)} ms`);
  console.log(`${timeLine(what, median(walls), budget)}  ${more.join(', ')}`);
}

const fileOf = (change: Change): SourceFile => {
  const file = files.find(({ path }) => path === change.path);
  if (file === undefined) throw new Error(`The programme has no file for "${change.what}"`);
  return file;
};

/** The folder after each of the turns of a change. */
const foldersAfter = (change: Change): SourceFile[][] =>
  Array.from({ length: TURNS }, (_, turn) =>
    files.map((file) => (file.path === change.path ? changed(file, change, turn) : file)),
  );

function measureHere(): void {
  const anew = Array.from({ length: 5 }, () => timed(() => openDraft().check(structuredClone(files))));
  report('everything anew, in Node', anew, WHOLE);
  const draft = openDraft();
  const [edition] = draft.check(files);
  const cases = timed(() => [...(edition?.cases() ?? [])]);
  report('all cases, in Node', [cases], WHOLE);
  for (const change of changes) {
    const times = foldersAfter(change).map((folder) => timed(() => draft.check(folder)));
    report(`${change.what}, in Node`, times);
  }
}

async function measureInPage(): Promise<void> {
  const pages = await mkdtemp(join(tmpdir(), 'shenbao-draft-'));
  const server = await serve(pages);
  const started = await chromium.launchServer(CHROMIUM);
  const pid = started.process().pid ?? 0;
  const browser = await chromium.connect(started.wsEndpoint());
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/index.html`);
    const ask = async (texts: Record<string, string>): Promise<Time> => {
      const used = workerTime(pid);
      const wall = await page.evaluate(
        async (asked) => (await (globalThis as unknown as Asking).ask(asked)).milliseconds,
        texts,
      );
      return { wall, processor: workerTime(pid) - used };
    };
    const first = await ask(Object.fromEntries(files.map(({ path, text = '' }) => [path, text])));
    report('the first time, in a worker', [first], WHOLE);
    for (const change of changes) {
      const times: Time[] = [];
      for (const folder of foldersAfter(change)) {
        const text = folder.find(({ path }) => path === change.path)?.text ?? '';
        times.push(await ask({ [change.path]: text }));
      }
      await ask({ [change.path]: fileOf(change).text ?? '' });
      report(`${change.what}, in a worker`, times);
    }
  } finally {
    await browser.close();
    await started.close();
    server.close();
    await rm(pages, { recursive: true, force: true });
  }
}

type Asking = { ask(texts: Record<string, string>): Promise<{ milliseconds: number }> };

/** The page under the policy that pages have: no code from text. */
async function serve(pages: string): Promise<Server> {
  await build({
    configFile: false,
    root: at('./draft'),
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir: pages, emptyOutDir: true, target: 'es2022' },
  });
  const types: Record<string, string> = { html: 'text/html', js: 'text/javascript' };
  const server = createServer((request, response) => {
    const file = join(pages, new URL(request.url ?? '/', 'http://x').pathname);
    if (!existsSync(file)) return response.writeHead(404).end();
    const headers = {
      'content-type': types[file.split('.').at(-1) ?? ''] ?? 'text/plain',
      'content-security-policy': "default-src 'self'",
    };
    return response.writeHead(200, headers).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

console.log(
  `load ${loadavg()
    .map((load) => load.toFixed(1))
    .join(', ')}`,
);
console.log(head());
for (const change of changes) fileOf(change);
measureHere();
await measureInPage();
