import { type Actor, notFound, type Services } from '#server/services/ground/index.ts';
import { type PrintRun, printRuns, type Tx } from '#server/store/index.ts';

/** Work beside the requests makes the file. */
export const KIND = 'print-cases';

/** A run that this person has asked for and that is not over. Throws not-found. */
export async function ownRun(services: Services, tx: Tx, actor: Actor, id: string): Promise<PrintRun> {
  const run = await printRuns.get(tx, id);
  if (!run || run.userId !== actor.userId || run.expiresAt <= services.clock().toISOString())
    throw notFound();
  return run;
}

/** Its cases; null where one was erased since: then nothing that was made of them is given out. */
export async function wholeList(tx: Tx, { id, cases }: PrintRun): Promise<string[] | null> {
  const ids = await printRuns.caseIds(tx, id);
  return ids.length === cases ? ids : null;
}
