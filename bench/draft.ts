/**
 * How long a change of a real programme takes to be assembled, linted and compiled: everything anew, and by a draft that
 * remembers; in this process, and in a worker of a page. Medians; the load of the machine stands on the first line.
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
import { type Change, changed, changesOf } from './draft/changes.ts';
import { head, timeLine } from './table.ts';

/** The most milliseconds until a change is judged. */
const BUDGET = 300;
const TURNS = 11;

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const files = await readFolder(at('../definitions/chongqing-health-titles'));
const changes = changesOf(files);

const median = (times: number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

function timed(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
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
  console.log(timeLine('everything anew, in Node', median(anew), BUDGET));
  const draft = openDraft();
  const [edition] = draft.check(files);
  const cases = timed(() => [...(edition?.cases() ?? [])]);
  console.log(timeLine('all cases, in Node', cases, 2000));
  for (const change of changes) {
    const times = foldersAfter(change).map((folder) => timed(() => draft.check(folder)));
    console.log(timeLine(`${change.what}, in Node`, median(times), BUDGET));
  }
}

async function measureInPage(): Promise<void> {
  const pages = await mkdtemp(join(tmpdir(), 'shenbao-draft-'));
  const server = await serve(pages);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/index.html`);
    const ask = (texts: Record<string, string>): Promise<number> =>
      page.evaluate(
        async (asked) => (await (globalThis as unknown as Asking).ask(asked)).milliseconds,
        texts,
      );
    const first = await ask(Object.fromEntries(files.map(({ path, text = '' }) => [path, text])));
    console.log(timeLine('the first time, in a worker', first, BUDGET));
    for (const change of changes) {
      const times: number[] = [];
      for (const folder of foldersAfter(change)) {
        const text = folder.find(({ path }) => path === change.path)?.text ?? '';
        times.push(await ask({ [change.path]: text }));
      }
      await ask({ [change.path]: fileOf(change).text ?? '' });
      console.log(timeLine(`${change.what}, in a worker`, median(times), BUDGET));
    }
  } finally {
    await browser.close();
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
