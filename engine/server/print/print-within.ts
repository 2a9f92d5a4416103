import type { Paper } from './html/sheet.ts';
import { pageCount } from './pdf/page-count.ts';
import type { Printer } from './pdf/printer.ts';

/** How often a sheet is set, each time with a line more held back. */
export const PRINT_TRIES = 3;

/**
 * Prints a sheet that is made to fit. Chromium is the judge: where it needs a page more than was computed, because a line
 * ends elsewhere, the sheet is set anew and a little smaller. Gives the last try where none fits.
 */
export async function printWithin(
  pages: number,
  printer: Pick<Printer, 'pdf'>,
  paper: (spare: number) => Paper,
): Promise<Buffer> {
  let pdf = await printer.pdf(paper(0));
  for (let spare = 1; spare < PRINT_TRIES && (await pageCount(pdf)) > pages; spare += 1)
    pdf = await printer.pdf(paper(spare));
  return pdf;
}
