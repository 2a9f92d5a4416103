import type { JobKind } from '#core/model/wire/index.ts';
import { cleanLine, cutText } from '#core/text/index.ts';
import { newId } from '#server/crypto/index.ts';
import type { Scanner } from '#server/files/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { type FileRow, files, inTransaction, jobs, type Tx } from '#server/store/index.ts';

/** The kind of the job that has a held file looked at. Its key is the file. */
const SCAN_FILE: JobKind = 'scan-file';

/** The scanner was away a moment ago. */
const FIRST_WAIT = 30_000;
const MOST_OF_NAME = 100;

/** Has a held file looked at later, on behalf of whoever put it there. */
export async function askForScan(
  { clock }: Services,
  tx: Tx,
  { id: file }: Pick<FileRow, 'id'>,
  userId: string,
  wait = FIRST_WAIT,
): Promise<void> {
  const now = clock();
  const times = { dueAt: new Date(now.getTime() + wait).toISOString(), createdAt: now.toISOString() };
  await jobs.create(tx, { id: newId(), kind: SCAN_FILE, key: file, userId, payload: {}, ...times });
}

/**
 * Sees to it that every held file is looked at now: also those whose job was given up, or was forgotten. What the
 * operator has cancelled stays so. Gives how many files are held.
 */
export async function askForHeldScans(services: Services): Promise<number> {
  const held = await files.held(services.db);
  const now = services.clock().toISOString();
  for (const file of held) {
    const job = await jobs.ofKey(services.db, SCAN_FILE, file.id);
    if (!job) await askForScan(services, services.db, file, '', 0);
    else if (job.status === 'failed') await jobs.retry(services.db, job.id, now);
    else await jobs.hasten(services.db, job.id, now);
  }
  return held.length;
}

/**
 * Has the scanner look at a held file: a clean one is in order from then on, of an infected one nothing is left but
 * the row that says so. `gone`: it is not held any more. Throws ScannerAway where the scanner gives no verdict.
 */
export async function scanHeldFile(
  services: Services,
  scanner: Scanner,
  id: string,
): Promise<'clean' | 'infected' | 'gone'> {
  const row = await files.get(services.db, id);
  if (row?.state !== 'held') return 'gone';
  const found = await scanner.scan(async () => (await services.files.open(row.sha256)).stream);
  if (found === null) return (await files.release(services.db, id)) ? 'clean' : 'gone';
  const condemned = await inTransaction(services.db, (tx) => condemn(services, tx, id, found));
  if (!condemned) return 'gone';
  await services.files.remove(row.sha256);
  return 'infected';
}

/** With a row in the trail. False = somebody removed or replaced it while the scanner looked. */
async function condemn(services: Services, tx: Tx, id: string, found: string): Promise<boolean> {
  const file = await files.condemn(tx, id);
  if (!file) return false;
  await recordAudit(services, tx, null, {
    action: 'file-infected',
    subject: file.caseId,
    detail: { section: file.section, slot: file.slot, found: cutText(cleanLine(found), MOST_OF_NAME) },
    personal: { name: file.name },
  });
  return true;
}
