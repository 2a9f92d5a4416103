import { createHash } from 'node:crypto';
import { officialPrint } from '#server/services/attestations/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import { type Actor, asActor, notFound, type Services } from '#server/services/ground/index.ts';
import { frozenBytes } from '../frozen/read-frozen.ts';
import { openSheet, type SheetRequest } from './open-sheet.ts';
import { printOpened } from './print-opened.ts';

const sha256Of = (pdf: Buffer): string => createHash('sha256').update(pdf).digest('hex');

/**
 * A sheet as a PDF, or as it was frozen; recorded in the audit trail, because the file leaves the system. Throws `busy`
 * where too many print, `no-printer` where nothing can. `run`: of which print run it becomes a part; what it was alone is
 * then recorded, too.
 */
export async function sheetPdf(
  services: Services,
  actor: Actor,
  request: SheetRequest,
  { run }: { run?: string } = {},
): Promise<Buffer> {
  const opened = await openSheet(services, actor, request);
  if (!opened.sheet.formats.includes('pdf')) throw notFound();
  const official = await officialPrint(services, services.db, opened.loaded, request.sheet);
  const pdf = official
    ? await frozenBytes(services, actor, official.id)
    : await printOpened(services, actor, opened);
  await asActor(services, actor, (tx) =>
    recordAudit(services, tx, actor, {
      action: 'print',
      subject: request.caseId,
      detail: {
        sheet: request.sheet,
        ...(official && { frozen: official.id }),
        ...(run !== undefined && { run, sha256: sha256Of(pdf) }),
      },
    }),
  );
  return pdf;
}
