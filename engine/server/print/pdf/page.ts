import type { Browser, HTTPRequest, Page } from 'puppeteer-core';

const TIMEOUT_MS = 15_000;
const MOST_HTML = 5 * 1024 * 1024;
const EMPTY = '<!doctype html><title></title>';

/** A page that prints one sheet after another. */
export type PrintPage = {
  /**
   * Prints HTML. Scripts are off, the page is offline, and any request besides `data:` fails the job.
   * @throws Error where the HTML is too large, asks for something, or takes longer than 15 s
   */
  print: (html: string) => Promise<Buffer>;
  /** Takes away what was printed: nobody's sheet stands in a page that waits for the next one. */
  empty: () => Promise<void>;
  close: () => Promise<void>;
};

/** Opens a page and closes every way out of it, once for all that it prints. */
export async function openPrintPage(browser: Browser): Promise<PrintPage> {
  const page = await browser.newPage();
  const asked = await closeOff(page);
  return {
    async print(html) {
      if (Buffer.byteLength(html) > MOST_HTML) throw new Error('The page to print is larger than 5 MiB.');
      asked.length = 0;
      await page.setContent(html, { waitUntil: 'load', timeout: TIMEOUT_MS });
      const pdf = await page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        timeout: TIMEOUT_MS,
        // For whoever has a page read out; its language is that of the page.
        tagged: true,
      });
      if (asked.length > 0) throw new Error(`The page to print asked for ${asked[0]}.`);
      return Buffer.from(pdf);
    },
    empty: () => page.setContent(EMPTY, { timeout: TIMEOUT_MS }),
    close: () => page.close().catch(() => undefined),
  };
}

async function closeOff(page: Page): Promise<string[]> {
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
  return asked;
}
