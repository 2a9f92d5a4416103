import type { Browser, HTTPRequest, Page } from 'puppeteer-core';

const TIMEOUT_MS = 15_000;
const MOST_HTML = 5 * 1024 * 1024;

/**
 * Prints one HTML page. Scripts are off, the page is offline, and any request besides `data:` fails the job.
 * @throws Error where the page is too large, asks for something, or takes longer than 15 s
 */
export async function printPage(browser: Browser, html: string): Promise<Buffer> {
  if (Buffer.byteLength(html) > MOST_HTML) throw new Error('The page to print is larger than 5 MiB.');
  const page = await browser.newPage();
  try {
    const asked = await closeOff(page);
    await page.setContent(html, { waitUntil: 'load', timeout: TIMEOUT_MS });
    const pdf = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      timeout: TIMEOUT_MS,
      tagged: false,
    });
    if (asked.length > 0) throw new Error(`The page to print asked for ${asked[0]}.`);
    return Buffer.from(pdf);
  } finally {
    await page.close().catch(() => undefined);
  }
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
