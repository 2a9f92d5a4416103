import { Readable } from 'node:stream';
import type { JsonObject } from '#core/model/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { type FrozenPrint, frozenPrints, inTransaction, type Tx } from '#server/store/index.ts';
import { printPapers, unpack } from './packed.ts';

/** Far above what a sheet needs. */
const MOST_BYTES = 256 * 1024 ** 2;

/**
 * Prints what an event has frozen, and keeps it by its content; in the turn of work that nobody waits for. What a process
 * that died had printed is in no row, so it is printed again, to the same bytes. Throws as the printer does.
 */
export async function makeFrozenPrint(services: Services, id: string): Promise<JsonObject> {
  const row = await frozenPrints.get(services.db, id);
  // It was erased with its case, or another process was first.
  if (!row || row.papers === null) return { frozen: row !== null };
  const pdf = await printPapers(unpack(services, row.papers), (paper, by = '') =>
    services.printer.inBackground(paper, by),
  );
  const received = await services.files.receive(Readable.from([pdf]), MOST_BYTES);
  const { sha256, bytes } = received;
  const frozen = await services.files.keep(received, () =>
    inTransaction(services.db, (tx) => finish(services, tx, row, { sha256, bytes })),
  );
  return { frozen };
}

async function finish(
  services: Services,
  tx: Tx,
  { id, caseId, sheet, round }: FrozenPrint,
  content: { sha256: string; bytes: number },
): Promise<boolean> {
  if (!(await frozenPrints.finish(tx, id, content))) return false;
  const detail = { sheet, round, sha256: content.sha256 };
  await recordAudit(services, tx, null, { action: 'print-frozen', subject: caseId, detail });
  return true;
}
