import { NoPrinter, type Paper, PrinterBusy } from '#server/print/index.ts';
import type { Actor } from './actor.ts';
import type { Services } from './context.ts';
import { Failure } from './failure.ts';

/**
 * A PDF, in the turn of whoever asks. Where the queue is full, trying again later helps; without a browser it does not.
 * @throws Failure `busy`, `no-printer`
 */
export async function printPaper(
  { printer }: Services,
  { userId }: Pick<Actor, 'userId'>,
  paper: Paper,
): Promise<Buffer> {
  try {
    return await printer.pdf(paper, userId);
  } catch (error) {
    if (error instanceof PrinterBusy) throw new Failure('busy', 'busy', { retryAfter: 10 });
    if (error instanceof NoPrinter) throw new Failure('busy', 'no-printer');
    throw error;
  }
}

/** The same services for whoever waits for an answer: what they have printed is given up when they are `gone`. */
export function whileWaited(services: Services, gone: AbortSignal): Services {
  const { printer } = services;
  return { ...services, printer: { ...printer, pdf: (paper, by) => printer.pdf(paper, by, gone) } };
}
