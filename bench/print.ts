/**
 * What a print costs over HTTP beside a page of the same Chromium that is kept open and prints the same HTML: one at a
 * time, two at once, once more from the cache, and a batch of review forms, which are merged.
 * `node bench/print.ts [--forms 400]`.
 */
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import type { SessionView, SheetSettings } from '#core/model/wire/index.ts';
import { openMergedPdf, type Paper } from '#server/print/index.ts';
import { launchChromium } from '#server/print/pdf/chromium.ts';
import { withSlices } from '#server/print/pdf/slices.ts';
import type { Client } from '../tests/journeys/client.ts';
import { HEALTH, startServer } from '../tests/journeys/harness.ts';
import { Stage } from '../tests/journeys/stage.ts';
import { chromiumPath } from '../tests/support/chromium.ts';
import { addRow } from './rows.ts';
import { loaded } from './server/asked.ts';
import { cookieFor } from './server/people.ts';

const { values } = parseArgs({ options: { forms: { type: 'string', default: '40' } } });
const ROUNDS = 9;
const PAIRS = 7;
/** Somebody may ask for sixty in a minute. */
const AGAIN = 24;
const WARM = 8;
const PATIENCE = 60;

const executable = chromiumPath();
if (!executable) throw new Error('no Chromium to print with: set CHROMIUM_PATH');
const server = await startServer({ definitions: HEALTH, demo: false, changes: { chromiumPath: executable } });
const { printer } = server.services;
let printed: Paper | null = null;
/** No two prints are the same. */
let settings = 0;
let bareOnes = 0;
const { pdf } = printer;
printer.pdf = (paper) => {
  printed = paper;
  return pdf(paper);
};
const chromium = await launchChromium(executable);
try {
  const desks = await people();
  // A page behind another one would be slower than one alone.
  const alone = await openBare();
  line('what', 'ours', 'bare', 'ratio', 'budget', '');
  await one(desks, alone);
  const peers = [alone, await openBare()];
  await two(desks, peers);
  await again(desks);
  await batch(peers);
} finally {
  await chromium.end();
  await server.stop();
}

type Desk = { client: Client; url: string };

/** Two people with an application of their own that has a form to print. */
async function people(): Promise<[Desk, Desk]> {
  const stage = await Stage.open(server);
  const [first] = stage.demo.applications;
  const second = stage.demo.applications.find(({ person }) => person !== first?.person);
  if (!first || !second) throw new Error('the demonstration has no two people who apply');
  const open = async (example: typeof first): Promise<Desk> => {
    const client = await stage.person(example.person);
    const id = await stage.fill(client, example.case);
    const view = await stage.view(client, id);
    const sheet = stage.edition.categories[view.category]?.definition.sheets?.find((name) =>
      stage.edition.sheets[name]?.formats.includes('pdf'),
    );
    return { client, url: `/api/cases/${id}/sheets/${sheet}` };
  };
  return [await open(first), await open(second)];
}

/** Sets the sheet as it was never set before, by a hair, so that no cache knows it. */
async function renew({ client, url }: Desk): Promise<void> {
  settings += 1;
  const { schema } = await client.must(client.get<SheetSettings>(`${url}/settings`));
  const [first] = Object.entries(
    schema.properties as Record<string, { type: string; preset: number }>,
  ).filter(([, { type }]) => type === 'number');
  if (!first) throw new Error('the sheet has no number that could be set');
  const [name, { preset }] = first;
  await client.must(client.put(`${url}/settings`, { [name]: preset + settings / 10_000 }));
}

async function print({ client, url }: Desk): Promise<void> {
  const { status } = await client.get(`${url}.pdf`);
  if (status !== 200) throw new Error(`a print was answered with ${status}`);
}

async function openBare(): Promise<Page> {
  const page = await chromium.browser.newPage();
  await page.setJavaScriptEnabled(false);
  return page;
}

/** The HTML that was printed last, on a page that is kept open; its PDF is as readable to the blind as ours. */
async function printBare(page: Page): Promise<void> {
  if (!printed) throw new Error('nothing was printed yet');
  bareOnes += 1;
  await page.setContent(`${withSlices(printed.html)}<!-- ${bareOnes} -->`, { waitUntil: 'load' });
  await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
}

async function one([desk]: [Desk, Desk], page: Page): Promise<void> {
  const times = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    await renew(desk);
    times.ours.push(await timeOf(() => print(desk)));
    times.bare.push(await timeOf(() => printBare(page)));
  }
  ratio('review form over HTTP', median(times.ours.slice(1)), median(times.bare.slice(1)), 1.15);
}

async function two(desks: [Desk, Desk], peers: Page[]): Promise<void> {
  const times = { ours: [] as number[], bare: [] as number[] };
  for (let pair = 0; pair <= PAIRS; pair += 1) {
    for (const desk of desks) await renew(desk);
    times.ours.push(await timeOf(() => Promise.all(desks.map(print))));
    times.bare.push(await timeOf(() => Promise.all(peers.map(printBare))));
  }
  const [ours, bare] = [median(times.ours.slice(1)), median(times.bare.slice(1))];
  ratio('two at once', ours, bare, 325 / 290);
  line('  a minute', perMinute(2, ours), perMinute(2, bare), '', '', '');
}

/** Asked from another process; beside the wall what the processor of the server worked: others use this machine too. */
async function again([{ client, url }]: [Desk, Desk]): Promise<void> {
  const { user } = await client.must(client.get<SessionView>('/api/session'));
  const person = { path: `${url}.pdf`, cookie: await cookieFor(server.services, user.id) };
  const ask = (most: number) => loaded({ origin: server.origin, seconds: PATIENCE, people: [person], most });
  await ask(WARM);
  const { p50, processor, wrong } = await ask(AGAIN);
  if (wrong > 0) throw new Error(`${wrong} prints were no success`);
  addRow({ work: 'a print from the cache', ours: `${p50.toFixed(1)} ms`, goal: '10 ms', holds: p50 <= 10 });
  line('from the cache', `${p50.toFixed(1)} ms`, '', '', '10 ms', p50 <= 10 ? 'yes' : 'NO');
  line('  processor', `${processor.toFixed(1)} ms`, '', '', '10 ms', processor <= 10 ? 'yes' : 'NO');
}

/** As many forms as a queue has, two at once, each another one. */
async function batch(peers: Page[]): Promise<void> {
  const count = Number(values.forms);
  const { html = '' } = printed ?? {};
  const forms = Array.from({ length: count }, (_, index) => `${html}<!-- form ${index} -->`);
  const before = process.memoryUsage.rss();
  const ours = await timeOf(() => Promise.all(forms.map(printForm)));
  const grown = (process.memoryUsage.rss() - before) / 2 ** 20;
  const bare = await timeOf(() => Promise.all(peers.map((page) => bareForms(page, count / peers.length))));
  ratio(`${count} review forms`, ours, bare, 1.15);
  const all = (ours * 400) / count / 60_000;
  addRow({ work: '400 review forms', ours: `${all.toFixed(1)} min`, goal: '4 min', holds: all <= 4 });
  line('  400 of them', `${all.toFixed(1)} min`, '', '', '4 min', all <= 4 ? 'yes' : 'NO');
  line('  memory grown by', `${grown.toFixed(0)} MB`, '', '', '', '');
  await merging(await printForm(html), count);
}

/** As a print run does, which nobody sits and waits for. */
function printForm(html: string): Promise<Buffer> {
  return printer.inBackground({ html, watermark: null }, 'a print run');
}

/** What it costs to put as many behind one another, which a run does while the next ones are printed. */
async function merging(form: Buffer, count: number): Promise<void> {
  const whole = openMergedPdf('Review forms', new Date().toISOString());
  const before = process.cpuUsage();
  for (let number = 1; number <= count; number += 1) await whole.add(form, `Form ${number}`);
  await whole.end();
  const { user, system } = process.cpuUsage(before);
  const each = (user + system) / 1000 / count;
  line('  merging one, processor', `${each.toFixed(0)} ms`, '', '', '', '');
}

async function bareForms(page: Page, count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) await printBare(page);
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

function perMinute(count: number, milliseconds: number): string {
  return `${((count * 60_000) / milliseconds).toFixed(0)}`;
}

function ratio(what: string, ours: number, bare: number, budget: number): void {
  const [own, peer] = [`${ours.toFixed(0)} ms`, `${bare.toFixed(0)} ms`];
  const holds = ours / bare <= budget;
  addRow({ work: what, ours: own, peer, ratio: ours / bare, goal: budget.toFixed(2), holds });
  line(what, own, peer, (ours / bare).toFixed(2), budget.toFixed(2), holds ? 'yes' : 'NO');
}

function line(what: string, ...cells: string[]): void {
  process.stdout.write(`${what.padEnd(24)} ${cells.map((cell) => cell.padStart(10)).join(' ')}\n`);
}
