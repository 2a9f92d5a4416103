import type { Browser, CDPSession } from 'playwright-core';

/** A page that is opened as if for the first time. `ready`: what stands there once it can be used. */
export type Opening = { url: string; cookie: string | undefined; ready: string };

/** Kilobytes on the wire and milliseconds until the page was ready, and what its thread worked until then. */
export type Loaded = {
  kb: number;
  ms: number;
  thread: number;
  answers: { url: string; kb: number; at: number }[];
};

const MBIT = 1_000_000 / 8;
/** A line of 4 Mbit/s with 40 ms there and back, as on a phone in the country. */
const LINE = { offline: false, latency: 40, downloadThroughput: 4 * MBIT, uploadThroughput: 4 * MBIT };
const SLOWER = 4;

declare global {
  interface Window {
    readyAt?: number;
  }
}

/** Opens a page with an empty cache on the slow computer. Everything that was asked until it was ready counts. */
export async function load(browser: Browser, { url, cookie, ready }: Opening): Promise<Loaded> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  try {
    const [name = '', value = ''] = cookie?.split('=') ?? [];
    if (cookie) await context.addCookies([{ name, value, url: new URL(url).origin }]);
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await slowDown(cdp);
    const answers = watch(cdp);
    await page.addInitScript(noteReady, ready);
    await page.goto(url, { waitUntil: 'commit', timeout: 120_000 });
    const ms = await (
      await page.waitForFunction(() => window.readyAt, null, { timeout: 120_000 })
    ).jsonValue();
    const { metrics } = await cdp.send('Performance.getMetrics');
    const thread = (metrics.find(({ name: metric }) => metric === 'TaskDuration')?.value ?? 0) * 1000;
    await page.waitForTimeout(500);
    const kb = answers.reduce((sum, answer) => sum + answer.kb, 0);
    return { kb, ms: ms ?? Number.NaN, thread, answers };
  } finally {
    await context.close();
  }
}

async function slowDown(cdp: CDPSession): Promise<void> {
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', LINE);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
}

function watch(cdp: CDPSession): Loaded['answers'] {
  const urls = new Map<string, string>();
  const answers: Loaded['answers'] = [];
  let began = 0;
  cdp.on('Network.requestWillBeSent', ({ requestId, request, timestamp }) => {
    began ||= timestamp;
    urls.set(requestId, new URL(request.url).pathname);
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) => {
    const at = (timestamp - began) * 1000;
    answers.push({ url: urls.get(requestId) ?? requestId, kb: encodedDataLength / 1000, at });
  });
  return answers;
}

/** Runs in the page: keeps the moment of the first frame in which the element is there. */
function noteReady(selector: string): void {
  const poll = () => {
    if (document.querySelector(selector)) window.readyAt ??= performance.now();
    else requestAnimationFrame(poll);
  };
  requestAnimationFrame(poll);
}
