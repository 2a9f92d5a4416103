import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe, { type RunOnly } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { openServer, type Server, type ServerOptions } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { createLogger } from '#server/log.ts';
import type { SeededAccount } from '#server/seed/index.ts';
import { openCycle } from '#server/seed/index.ts';
import { chromiumPath } from './chromium.ts';
import { copyOf } from './once.ts';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export type RunningServer = Pick<Server, 'services' | 'setups'> & {
  origin: string;
  /** The accounts of the demonstration, with their first passwords. */
  accounts: SeededAccount[];
  close: () => Promise<void>;
};

const ACCOUNTS = 'accounts.json';

/** Milliseconds that a page may take for one step on a machine that does ten other things. */
export const PATIENCE = 90_000;

/**
 * Starts a real server on a free port, with a data folder of its own in which the programme's demonstration was
 * played.
 */
export async function startServer(programme: string, pages: string): Promise<RunningServer> {
  const dataDir = await copyOf(`demonstration-${basename(programme)}`, (folder) => play(programme, folder));
  const { seeded: _none, ...server } = await openAt(programme, dataDir, { pages, demo: true });
  return { ...server, accounts: JSON.parse(await readFile(join(dataDir, ACCOUNTS), 'utf8')) };
}

/** As `startServer`, without a demonstration: nobody is there but whom the seed makes. */
export async function startEmptyServer(programme: string, pages: string): Promise<RunningServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'shenbao-data-'));
  const { seeded, ...server } = await openAt(programme, dataDir, { pages, demo: false });
  return { ...server, accounts: seeded };
}

async function play(programme: string, dataDir: string): Promise<void> {
  const server = await openServer(
    optionsFor(programme, dataDir, { pages: join(dataDir, 'none'), demo: true }),
  );
  await server.close();
  await writeFile(join(dataDir, ACCOUNTS), JSON.stringify(server.seeded));
}

type Choice = { pages: string; demo: boolean };

async function openAt(programme: string, dataDir: string, choice: Choice) {
  const server = await openServer(optionsFor(programme, dataDir, choice));
  // Where no demonstration does it, the tests move the cycle to the day on which they run.
  if (!choice.demo) await openCycle(server.services);
  const { host, port } = await server.listen();
  return {
    origin: `http://${host}:${port}`,
    services: server.services,
    setups: server.setups,
    seeded: server.seeded,
    close: async () => {
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function optionsFor(programme: string, dataDir: string, { pages, demo }: Choice): ServerOptions {
  const config = readConfig({
    DATA_DIR: dataDir,
    DEFINITIONS_DIR: at(programme),
    PORT: '0',
    DEMO: demo ? '1' : '0',
    CHROMIUM_PATH: chromiumPath() ?? '',
    HUMAN_CHECK_COST: '100',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
  });
  return { config, log: createLogger(config), pages };
}

/** The browser and the screens that all files of the suite share, for the tests of one of them. */
export function sharedBrowser(): Suite {
  let browser: Browser | undefined;
  const present = (): Browser => {
    if (!browser) throw new Error('there is a browser inside a test alone');
    return browser;
  };
  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
  });
  afterAll(() => browser?.close());
  return {
    pages: inject('pages'),
    browser: present,
    open: (size, locale) => openPage(present(), size, locale),
  };
}

export type Suite = {
  /** The folder of the built screens. */
  pages: string;
  browser: () => Browser;
  /** A page of its own; `locale`: the language that its browser asks for. */
  open: (size?: Size, locale?: string) => Promise<WatchedPage>;
};

export type Size = { width: number; height: number };

export type WatchedPage = {
  page: Page;
  /** Errors and warnings of the console, exceptions and breaches of the CSP, as they came. */
  complaints: string[];
};

/** A page of its own context that writes down whatever the console complains about. A refusal by the server is none. */
async function openPage(
  browser: Browser,
  size: Size = { width: 1440, height: 900 },
  locale = 'zh-CN',
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: size, locale, reducedMotion: 'reduce' });
  context.setDefaultTimeout(PATIENCE);
  await shiftClock(context);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    if (message.text().startsWith('Failed to load resource')) return;
    complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  return { page, complaints };
}

/** The page lives at the time at which the run lives. */
async function shiftClock(context: BrowserContext): Promise<void> {
  const { CLOCK_AT, CLOCK_STARTED } = process.env;
  if (CLOCK_AT === undefined) return;
  const ahead = Date.parse(CLOCK_AT) - Number(CLOCK_STARTED);
  const shift = await readFile(fileURLToPath(new URL('./clock/shift.mjs', import.meta.url)), 'utf8');
  await context.addInitScript(`globalThis.CLOCK_AHEAD = ${ahead};\n{\n${shift}\n}`);
}

/** Logs in on the first page as a person does, and waits for the desk. */
export async function logIn(
  page: Page,
  origin: string,
  { username, password }: Pick<SeededAccount, 'username' | 'password'>,
): Promise<void> {
  await page.goto(origin);
  await page.locator('input[name=username]').fill(username);
  await page.locator('input[name=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.locator('.header').waitFor();
}

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/** What axe finds on the page as it stands: rule and element, one line each. `rule`: of this rule alone. */
export async function axeFindings(page: Page, rule?: 'color-contrast'): Promise<string[]> {
  await page.evaluate(axe.source);
  await page.evaluate(whenStill);
  const runOnly: RunOnly = rule ? { type: 'rule', values: [rule] } : { type: 'tag', values: STANDARDS };
  return page.evaluate(async (only) => {
    const { axe: engine } = globalThis as unknown as { axe: typeof import('axe-core') };
    const found = await engine.run(document, { runOnly: only, resultTypes: ['violations'] });
    return found.violations.flatMap((one) =>
      one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)}`),
    );
  }, runOnly);
}

/** Elements during a transition have colours that do not count. */
async function whenStill(): Promise<void> {
  const passing = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
  await Promise.allSettled(passing.map(({ finished }) => finished));
}

/** How far the page runs over its window to the right, in pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
