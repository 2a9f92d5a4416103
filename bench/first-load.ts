/**
 * What a first visit costs, with nothing in the cache: bytes on the wire, and milliseconds until the page can be used,
 * on a slow computer (a fourth of this one) behind 4 Mbit/s. Beside them what the page's own thread worked, which the
 * rest of this machine is not part of. `node bench/first-load.ts [--rounds 3]
 * [--list] [--pages dist/renderer]`: `--list` names every answer, `--pages` are screens that are built already.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import type { Client } from '../tests/journeys/client.ts';
import { HEALTH, startServer } from '../tests/journeys/harness.ts';
import { Stage } from '../tests/journeys/stage.ts';
import { buildPages } from '../tests/support/pages.ts';
import { CHROMIUM } from './chromium.ts';
import { type Loaded, load } from './first-load/load.ts';
import { addRow } from './rows.ts';

const { values } = parseArgs({
  options: {
    pages: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    list: { type: 'boolean', default: false },
  },
});

type Visit = { what: string; path: string; ready: string; as?: Client; budget: { kb: number; ms: number } };

const folder = await mkdtemp(join(tmpdir(), 'shenbao-first-load-'));
const pages = values.pages ?? folder;
if (!values.pages)
  await buildPages({
    configFile: fileURLToPath(new URL('../renderer/vite.config.ts', import.meta.url)),
    build: { outDir: folder, emptyOutDir: true },
  });
const server = await startServer({ definitions: HEALTH, pages, demo: false });
const browser = await chromium.launch(CHROMIUM);
try {
  process.stdout.write(`${cells('page', 'KB', 'budget', '', 'ready ms', 'budget', '', 'thread ms')}\n`);
  for (const visit of await visits()) await measure(browser, visit);
} finally {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

async function visits(): Promise<Visit[]> {
  const stage = await Stage.open(server);
  const [example] = stage.demo.applications;
  if (!example) throw new Error('the demonstration has nobody who applies');
  const applicant = await stage.person(example.person);
  const id = await stage.fill(applicant, example.case);
  const category = stage.edition.categories[(await stage.view(applicant, id)).category];
  const [first] = category?.definition.pages ?? [];
  const widest = category?.definition.pages.find(({ sections }) =>
    sections.some((section) => category.bySection[section]?.definition.kind === 'grid'),
  );
  const form = { as: applicant, ready: '.form-page', budget: { kb: 400, ms: 2500 } };
  return [
    { what: 'login', path: '/', ready: 'form button[type=submit]', budget: { kb: 150, ms: 1500 } },
    { what: 'first form', path: `/applications/${id}/${first?.id}`, ...form },
    { what: 'page with a grid', path: `/applications/${id}/${widest?.id}`, ...form },
    { what: 'home', path: '/', as: applicant, ready: '.application', budget: form.budget },
  ];
}

async function measure(chrome: Browser, { what, path, ready, as, budget }: Visit): Promise<void> {
  const rounds: Loaded[] = [];
  for (let round = 0; round < Number(values.rounds); round += 1)
    rounds.push(await load(chrome, { url: `${server.origin}${path}`, cookie: as?.cookie, ready }));
  const [best] = rounds.toSorted((a, b) => a.ms - b.ms);
  if (!best) return;
  addRow({
    work: `${what}: bytes`,
    ours: `${best.kb.toFixed(0)} KB`,
    goal: `${budget.kb} KB`,
    holds: best.kb <= budget.kb,
  });
  addRow({
    work: `${what}: ready`,
    ours: `${best.ms.toFixed(0)} ms`,
    goal: `${budget.ms} ms`,
    holds: best.ms <= budget.ms,
  });
  const within = (size: number, most: number) => (size <= most ? 'yes' : 'NO');
  process.stdout.write(
    `${cells(what, best.kb.toFixed(0), budget.kb, within(best.kb, budget.kb), best.ms.toFixed(0), budget.ms, within(best.ms, budget.ms), best.thread.toFixed(0))}\n`,
  );
  if (values.list)
    for (const { url, kb, at } of best.answers)
      process.stdout.write(`  ${kb.toFixed(1).padStart(7)} KB ${at.toFixed(0).padStart(6)} ms ${url}\n`);
}

function cells(what: string, ...rest: (string | number)[]): string {
  return [what.padEnd(20), ...rest.map((cell) => String(cell).padStart(9))].join(' ');
}
