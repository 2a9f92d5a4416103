import { createHash } from 'node:crypto';
import { TimeoutError } from 'puppeteer-core';
import type { Paper } from '../html/sheet.ts';
import { createPdfCache } from './cache.ts';
import { launchChromium, type PrintBrowser } from './chromium.ts';
import { openFairTurns } from './fair-turns.ts';
import { openPrintPage, PageCrashed, type PrintPage } from './page.ts';
import { repeatable } from './same-bytes.ts';
import { openSharedWork } from './shared-work.ts';
import { twoToASheet } from './two-up.ts';
import { withWatermark } from './watermark.ts';

const WORKERS = 2;
const MOST_WAITING = 100;
/** Of one person. */
const MOST_OF_ONE = 50;
const JOBS_BEFORE_RENEWAL = 50;
/** How many browsers may crash over one page; more, and the page is the cause. */
const TRIES = 3;

/** Makes PDFs of pages. */
export type Printer = {
  /**
   * Prints HTML to PDF, its watermark over every page; what is unchanged answers from the cache. `by` is who asks: people
   * take turns. `gone`: that they wait no longer; where nobody else does, a print that has not begun is given up.
   * @throws PrinterBusy where too many wait, browsers died over the page, it took too long, or nobody waits; NoPrinter
   * where there is no browser; Error where the page cannot be printed
   */
  pdf: (paper: Paper, by?: string, gone?: AbortSignal) => Promise<Buffer>;
  /** The same for work that nobody sits and waits for: it waits for all others, and is never refused a place. */
  inBackground: (paper: Paper, by: string) => Promise<Buffer>;
  close: () => Promise<void>;
};

/** Too many people print at once; try again in a moment. */
export class PrinterBusy extends Error {}

/** This machine has no browser that could print. */
export class NoPrinter extends Error {}

/** A browser and how it is used. One that is retired takes no new job and closes when its last one has ended. */
type Pooled = {
  browser: Promise<PrintBrowser>;
  /** Pages that wait for a job, emptied or about to be; null = one could not be emptied. */
  free: Promise<PrintPage | null>[];
  jobs: number;
  atWork: number;
  retired: boolean;
};

/** The browser or its page has crashed, was closed or did not even start, which need be no fault of what was printed. */
const hasDied = async (error: unknown, { browser }: Pooled): Promise<boolean> =>
  error instanceof PageCrashed ||
  (await browser.then(
    (started) => !started.browser.connected,
    () => true,
  ));

/** Prints in a page that waits, or in a new one. A page that failed is not used again: its browser is retired. */
async function printIn(pooled: Pooled, html: string, limitMs?: number): Promise<Buffer> {
  const page = (await pooled.free.pop()) ?? (await openPrintPage((await pooled.browser).browser, limitMs));
  const pdf = await page.print(html);
  // Whoever asked has the sheet already while the page is emptied; the next one waits for that.
  pooled.free.push(emptied(page));
  return pdf;
}

async function emptied(page: PrintPage): Promise<PrintPage | null> {
  try {
    await page.empty();
    return page;
  } catch {
    await page.close();
    return null;
  }
}

const keyOf = ({ html, watermark, twoUp, date }: Paper): string =>
  createHash('sha256')
    .update(JSON.stringify([html, watermark, twoUp, date]))
    .digest('hex');

/**
 * Two pages in one browser, started at the first job, kept and emptied from job to job; the browser is renewed after
 * fifty jobs and after one that failed, when the jobs beside it are finished.
 * @param warn - is told when browsers die over a page, or it takes too long
 * @param executablePath - null where no browser is to be had: every job then fails with a sentence
 * @param limitMs - how long a page may take to load, and again to be printed
 */
export function openPrinter(
  executablePath: string | null,
  warn: (sentence: string) => void = () => undefined,
  limitMs?: number,
): Printer {
  const turns = openFairTurns(WORKERS);
  const cache = createPdfCache();
  let current: Pooled | null = null;
  /** Pages that are being printed; requests for the same one share its result and its turn. */
  const running = openSharedWork<Buffer>(() => new PrinterBusy('Nobody waits for the page any more.'));
  let closed = false;

  const end = async ({ browser }: Pooled) => {
    await browser.then((started) => started.end()).catch(() => undefined);
  };

  const retire = (pooled: Pooled) => {
    pooled.retired = true;
    if (pooled === current) current = null;
  };

  const take = (executable: string): Pooled => {
    current ??= { browser: launchChromium(executable), free: [], jobs: 0, atWork: 0, retired: false };
    const pooled = current;
    pooled.jobs += 1;
    pooled.atWork += 1;
    if (pooled.jobs >= JOBS_BEFORE_RENEWAL) retire(pooled);
    return pooled;
  };

  const leave = async (pooled: Pooled) => {
    pooled.atWork -= 1;
    if (pooled.retired && pooled.atWork === 0) await end(pooled);
  };

  const print = async (html: string, tries = TRIES): Promise<Buffer> => {
    if (!executablePath) throw new NoPrinter('No Chromium: PDFs cannot be made on this machine.');
    if (closed) throw new Error('The printer has been closed.');
    const pooled = take(executablePath);
    try {
      return await printIn(pooled, html, limitMs);
    } catch (error) {
      retire(pooled);
      if (error instanceof TimeoutError) throw late(error);
      if (closed || !(await hasDied(error, pooled))) throw error;
      if (tries > 1) return await print(html, tries - 1);
      warn(`${TRIES} browsers died over one page that was to be printed.`);
      throw new PrinterBusy(`${TRIES} browsers died over one page.`, { cause: error });
    } finally {
      await leave(pooled);
    }
  };

  /** A machine that is busy is no fault of the page; a page that is too much for it is one for the log. */
  const late = (cause: TimeoutError): PrinterBusy => {
    warn(`A page took too long to be printed: ${cause.message}`);
    return new PrinterBusy('The page took too long to be printed.', { cause });
  };

  /** The page of a watermark, which many sheets share. */
  const watermarkOnce = async (html: string): Promise<Buffer> => {
    const key = keyOf({ html, watermark: null });
    const pdf = cache.get(key) ?? (await print(html));
    cache.set(key, pdf);
    return pdf;
  };

  const whole = async ({ html, watermark, twoUp, date }: Paper): Promise<Buffer> => {
    const made = await print(html);
    const pdf = date === undefined ? made : repeatable(made, date);
    const marked = watermark === null ? pdf : await withWatermark(pdf, watermark, watermarkOnce);
    return twoUp ? await twoToASheet(marked, twoUp) : marked;
  };

  const inTurn = async (key: string, paper: Paper, by: string, gone: AbortSignal): Promise<Buffer> => {
    if (turns.count() >= WORKERS + MOST_WAITING || turns.count(by) >= MOST_OF_ONE)
      throw new PrinterBusy('The print queue is full.');
    const pdf = await turns.take(by, () => whole(paper), { gone });
    cache.set(key, pdf);
    return pdf;
  };

  return {
    async pdf(paper, by = '', gone) {
      const key = keyOf(paper);
      const kept = cache.get(key);
      return kept ?? (await running.of(key, gone, (nobody) => inTurn(key, paper, by, nobody)));
    },
    // Not shared with `pdf`: who waits for a page would wait for its late turn. Not cached: a page of four hundred would
    // drive out what people look at.
    inBackground: async (paper, by) =>
      cache.get(keyOf(paper)) ?? (await turns.take(by, () => whole(paper), { late: true })),
    async close() {
      closed = true;
      const pooled = current;
      if (!pooled) return;
      retire(pooled);
      await end(pooled);
    },
  };
}
