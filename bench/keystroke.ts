import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { chromium, type Page, type Route } from 'playwright-core';
import { build } from 'vite';
import { standaloneModule } from '../engine/core/compile/standalone.ts';
import { definition, view } from './keystroke/full.ts';

/** From a keystroke to the frame that shows it: a full form against a bare React input on an empty page. */
const BUDGET = 1.3;
const KEYS = 60;
const ROUNDS = 3;

async function main(): Promise<void> {
  const pages = await mkdtemp(join(tmpdir(), 'shenbao-keystroke-'));
  const server = await serve(pages);
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
  try {
    const bare = await browser.newPage();
    await bare.goto(`http://127.0.0.1:${port}/bare.html`);
    const full = await browser.newPage();
    await full.route('**/api/**', answer);
    await full.goto(`http://127.0.0.1:${port}/full.html`);
    await full.locator('[id="/work/cells/item59/2025"]').waitFor();
    const inputs = await full.locator('input, textarea, select').count();
    const times = { bare: [] as number[], field: [] as number[], cell: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      times.bare.push(...(await typeInto(bare, '/person/field0', 'a')));
      times.field.push(...(await typeInto(full, '/person/field0', 'a')));
      times.cell.push(...(await typeInto(full, '/work/cells/item30/2023', '1')));
    }
    const peer = median(times.bare);
    process.stdout.write(`${inputs} inputs; bare React input ${peer.toFixed(1)} ms\n`);
    for (const what of ['field', 'cell'] as const) tell(what, median(times[what]), peer);
  } finally {
    await browser.close();
    server.close();
    await rm(pages, { recursive: true, force: true });
  }
}

function tell(what: string, ours: number, peer: number): void {
  const ratio = ours / peer;
  const verdict = ratio <= BUDGET ? 'yes' : 'NO';
  process.stdout.write(
    `${what.padEnd(6)} ${ours.toFixed(1)} ms, ratio ${ratio.toFixed(2)}, budget ${BUDGET}: ${verdict}\n`,
  );
}

/** Types as people do, with a pause now and then in which what was typed is handed over. Milliseconds of each key. */
async function typeInto(page: Page, id: string, key: string): Promise<number[]> {
  await page.bringToFront();
  await page.locator(`[id="${id}"]`).focus();
  await page.evaluate(watch);
  for (let count = 0; count < KEYS; count += 1) {
    if (count % 15 === 14) await page.waitForTimeout(700);
    await page.keyboard.press(count % 2 === 0 ? key : 'Backspace');
    await page.waitForTimeout(40);
  }
  return page.evaluate(() => (globalThis as unknown as Watched).watched);
}

type Watched = { watched: number[] };

/** From every key to the frame after it, as the page sees it, from now on. */
function watch(): void {
  const page = globalThis as unknown as Watched;
  const first = page.watched === undefined;
  page.watched = [];
  if (!first) return;
  const pressed = (event: KeyboardEvent) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => page.watched.push(performance.now() - event.timeStamp);
    requestAnimationFrame(() => port2.postMessage(null));
  };
  document.addEventListener('keydown', pressed, { capture: true });
}

async function answer(route: Route): Promise<void> {
  const request = route.request();
  const { pathname } = new URL(request.url());
  if (pathname === '/api/session') return route.fulfill({ json: null });
  if (pathname === '/api/cases/c1') return route.fulfill({ json: view });
  if (pathname.endsWith('/validators.js'))
    return route.fulfill({ contentType: 'text/javascript', body: standaloneModule(definition, 'one') });
  if (pathname.startsWith('/api/editions/'))
    return route.fulfill({
      json: { hash: 'bench', definition, validators: '/api/editions/bench/validators.js' },
    });
  const { value, version } = request.postDataJSON();
  return route.fulfill({ json: { value, version: version + 1, savedAt: view.facts.now } });
}

async function serve(pages: string): Promise<Server> {
  const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  await build({
    configFile: false,
    root: at('./keystroke'),
    plugins: [react()],
    logLevel: 'error',
    build: {
      outDir: pages,
      emptyOutDir: true,
      target: 'es2022',
      rolldownOptions: { input: [at('./keystroke/bare.html'), at('./keystroke/full.html')] },
    },
  });
  const server = createServer((request, response) => {
    const file = join(pages, new URL(request.url ?? '/', 'http://x').pathname);
    if (!existsSync(file)) return response.writeHead(404).end();
    const type = { html: 'text/html', css: 'text/css', js: 'text/javascript' }[file.split('.').at(-1) ?? ''];
    return response.writeHead(200, { 'content-type': type ?? 'text/plain' }).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const median = (times: number[]): number =>
  times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

await main();
