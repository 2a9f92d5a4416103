import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { offsetAt } from '#core/vocabulary/index.ts';
import type { Outcome } from '../rules/support/drivers.ts';
import { officialCases, type RuleCase, ruleTables, scope } from '../rules/support/tables.ts';
import { sharedBrowser } from '../support/browser.ts';

const POLICY = "default-src 'none'; script-src 'nonce-rules'";

const DAY = 86_400_000;

const suite = sharedBrowser();
let page: Page;

/** The core as one script, as a page would load it. */
async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('../rules/support/page.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'rules' } },
  });
  const outputs = Array.isArray(built) ? built : [built];
  for (const output of outputs) {
    if (!('output' in output)) continue;
    for (const chunk of output.output) if (chunk.type === 'chunk') return chunk.code;
  }
  throw new Error('the bundle of the rules has no script');
}

async function runInPage(driver: string, cases: Pick<RuleCase, 'logic' | 'data'>[]): Promise<Outcome[]> {
  const request = JSON.stringify({ driver, cases, scope });
  const answer = await page.evaluate((text) => {
    const { driver, cases, scope } = JSON.parse(text);
    const { runTable } = globalThis as unknown as { runTable: (...args: unknown[]) => unknown };
    return JSON.stringify(runTable(driver, cases, scope));
  }, request);
  return JSON.parse(answer);
}

beforeAll(async () => {
  const script = await bundle();
  page = await suite.browser().newPage();
  const html = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}"><script nonce="rules">${script.replaceAll('</script', '<\\/script')}</script>`;
  await page.setContent(html);
});

describe('rules in Chromium without unsafe-eval', () => {
  it('runs in a page that forbids making code from text', async () => {
    const made = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.smuggled = true';
      document.head.append(script);
      const timer = new Promise((resolve) => setTimeout(resolve, 50));
      setTimeout('globalThis.smuggled = true', 0);
      await timer;
      return 'smuggled' in globalThis;
    });
    expect(made).toBe(false);
  });

  for (const driver of ['compiled', 'interpreted']) {
    it.each(ruleTables())(`${driver}: %s`, async (_table, cases) => {
      const expected = cases.map(({ expects, error }) => (error ? { error: true } : { value: expects }));
      expect(await runInPage(driver, cases)).toEqual(expected);
    });

    it(`${driver}: the official JsonLogic tests`, async () => {
      const cases = officialCases().filter(({ excluded }) => excluded === undefined);
      expect(await runInPage(driver, cases)).toEqual(cases.map(({ expects }) => ({ value: expects })));
    });
  }

  it('clocks of every zone are as far ahead as the server has them', async () => {
    const zones = ['UTC', 'Asia/Shanghai', 'Asia/Kolkata', 'Europe/Berlin', 'Australia/Lord_Howe', 'PRC'];
    const asked = zones.flatMap((zone) =>
      [...Array(400).keys()].map((step) => ({ zone, at: Date.UTC(1905, 0, 15, 11) + step * 111 * DAY })),
    );
    const answers = await page.evaluate((list) => {
      const { offsetAt: ahead } = globalThis as unknown as { offsetAt: (at: number, zone: string) => number };
      return list.map(({ zone, at }) => ahead(at, zone));
    }, asked);
    expect(answers).toEqual(asked.map(({ zone, at }) => offsetAt(at, zone)));
    expect(await page.evaluate(() => 'Temporal' in globalThis)).toBe(true);
  });
});
