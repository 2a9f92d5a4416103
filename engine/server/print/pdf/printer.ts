import { createHash } from 'node:crypto';
import { createPdfCache } from './cache.ts';
import { launchChromium, type PrintBrowser } from './chromium.ts';
import { printPage } from './page.ts';

const WORKERS = 2;
const MOST_WAITING = 100;
const JOBS_BEFORE_RENEWAL = 50;

export type Printer = {
  /**
   * Prints HTML to PDF; unchanged HTML answers from the cache.
   * @throws PrinterBusy where too many wait; Error where the page cannot be printed
   */
  pdf: (html: string) => Promise<Buffer>;
  close: () => Promise<void>;
};

/** Too many people print at once; try again in a moment. */
export class PrinterBusy extends Error {}

/** Runs at most two jobs at once, the rest in the order they came. */
function createTurns() {
  let running = 0;
  const waiting: (() => void)[] = [];
  return {
    async take(): Promise<void> {
      if (running < WORKERS) {
        running += 1;
        return;
      }
      if (waiting.length >= MOST_WAITING) throw new PrinterBusy('The print queue is full.');
      await new Promise<void>((resolve) => waiting.push(resolve));
    },
    pass(): void {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    },
  };
}

/**
 * A pool of two pages in one browser, started at the first job, renewed after fifty, killed when a job fails.
 * @param executablePath - null where no browser is to be had: every job then fails with a sentence
 */
export function openPrinter(executablePath: string | null): Printer {
  const turns = createTurns();
  const cache = createPdfCache();
  let current: Promise<PrintBrowser> | null = null;
  let jobs = 0;

  const retire = async (browser: Promise<PrintBrowser> | null) => {
    if (browser === current) current = null;
    jobs = 0;
    await browser?.then((started) => started.end()).catch(() => undefined);
  };

  const print = async (html: string): Promise<Buffer> => {
    if (!executablePath) throw new Error('No Chromium: PDFs cannot be made on this machine.');
    if (jobs >= JOBS_BEFORE_RENEWAL) await retire(current);
    current ??= launchChromium(executablePath);
    const browser = current;
    jobs += 1;
    try {
      return await printPage((await browser).browser, html);
    } catch (error) {
      await retire(browser);
      throw error;
    }
  };

  return {
    async pdf(html) {
      const key = createHash('sha256').update(html).digest('hex');
      const kept = cache.get(key);
      if (kept) return kept;
      await turns.take();
      try {
        const pdf = await print(html);
        cache.set(key, pdf);
        return pdf;
      } finally {
        turns.pass();
      }
    },
    close: () => retire(current),
  };
}
