import { type Browser, type CDPSession, type HTTPRequest, type Page, TimeoutError } from 'puppeteer-core';
import { withSlices } from './slices.ts';

/** A page of forty sheets takes two seconds; a machine that does ten other things makes twenty of them. */
const LIMIT_MS = 60_000;
const MOST_HTML = 5 * 1024 * 1024;
const EMPTY = '<!doctype html><title></title>';

/** The process of a page died, as it does where a machine has no memory left. */
export class PageCrashed extends Error {}

/** A page that prints one sheet after another. */
export type PrintPage = {
  /**
   * Prints HTML. Scripts are off, the page is offline, and any request besides `data:` fails the job.
   * @throws Error where the HTML is too large or asks for something; TimeoutError where it takes longer than it may;
   * PageCrashed
   */
  print: (html: string) => Promise<Buffer>;
  /** Takes away what was printed: nobody's sheet stands in a page that waits for the next one. */
  empty: () => Promise<void>;
  close: () => Promise<void>;
};

/** Opens a page and closes every way out of it, once for all that it prints. `timeout`: milliseconds for each step. */
export async function openPrintPage(browser: Browser, timeout = LIMIT_MS): Promise<PrintPage> {
  const page = await browser.newPage().catch(throwLate);
  const crash = crashOf(page);
  const { asked, client } = await Promise.race([crash, closeOff(page)]).catch(throwLate);
  const print = async (html: string): Promise<Buffer> => {
    await page.setContent(withSlices(html), { waitUntil: 'load', timeout });
    return await toPdf(client, timeout);
  };
  return {
    async print(html) {
      if (Buffer.byteLength(html) > MOST_HTML) throw new Error('The page to print is larger than 5 MiB.');
      asked.length = 0;
      const pdf = await Promise.race([crash, print(html)]).catch(throwLate);
      if (asked.length > 0) throw new Error(`The page to print asked for ${asked[0]}.`);
      return pdf;
    },
    empty: () => Promise.race([crash, page.setContent(EMPTY, { timeout })]),
    close: () => page.close().catch(() => undefined),
  };
}

/**
 * The page as a PDF, margins by its own CSS; tagged for whoever has it read out. In one answer: as a stream it is read
 * piece by piece and unpacked in JavaScript where a polyfill of `Uint8Array.fromBase64` is loaded, 12 ms a print.
 */
async function toPdf(client: CDPSession, timeout: number): Promise<Buffer> {
  const margins = { marginTop: 0, marginRight: 0, marginBottom: 0, marginLeft: 0 };
  const options = { printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true };
  const { data } = await client.send('Page.printToPDF', { ...options, ...margins }, { timeout });
  return Buffer.from(data, 'base64');
}

/** Fails when the page crashes: what was asked of it then is answered late or never. */
function crashOf(page: Page): Promise<never> {
  const crash = new Promise<never>((_, reject) => {
    page.once('error', ({ message }) => reject(new PageCrashed(message)));
  });
  // It may do so while nobody asks anything of it.
  crash.catch(() => undefined);
  return crash;
}

/** A command of the protocol that takes too long, or whose page dies over it, fails like one that is wrong. */
function throwLate(error: Error): never {
  if (error.message.includes('timed out')) throw new TimeoutError(error.message);
  throw error.message.includes('Printing failed') ? new PageCrashed(error.message) : error;
}

/** What the page has asked for since, and the protocol that prints it. */
async function closeOff(page: Page): Promise<{ asked: string[]; client: CDPSession }> {
  const asked: string[] = [];
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  await page.setRequestInterception(true);
  page.on('request', (request: HTTPRequest) => {
    const url = request.url();
    if (url.startsWith('data:') || url === 'about:blank') return void request.continue();
    asked.push(url.slice(0, 200));
    return void request.abort();
  });
  return { asked, client: await page.createCDPSession() };
}
