import { buffer } from 'node:stream/consumers';
import { maySee } from '#core/evaluate/index.ts';
import type { FrozenPrints } from '#core/model/wire/index.ts';
import { frozenOf } from '#server/services/attestations/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import { loadCase, seeCase } from '#server/services/case/index.ts';
import { type Actor, asActor, notFound, printPaper, type Services } from '#server/services/ground/index.ts';
import { frozenPrints, readTogether } from '#server/store/index.ts';
import { printPapers, unpack } from './packed.ts';

type Frozen = FrozenPrints['prints'][number];

/** The frozen prints of a case that this person may see, newest first. Throws not-found. */
export async function frozenList(services: Services, actor: Actor, caseId: string): Promise<FrozenPrints> {
  const tx = readTogether(services.db);
  const { record, roles } = await seeCase(services, tx, actor, caseId);
  const all = await frozenOf(services, tx, await loadCase(services, tx, record));
  const prints: Frozen[] = [];
  for (const { id, sheet, title, round, edition, frozenAt, isOfficial } of all) {
    const { visibleTo } = (await services.editions.get(edition)).sheets[sheet] ?? {};
    if (maySee(visibleTo, roles)) prints.push({ id, sheet, title, round, frozenAt, isOfficial });
  }
  return { prints };
}

/** One of them, whatever the case is like now; recorded in the trail. Throws not-found; `busy` and `no-printer` while it waits to be printed. */
export async function frozenPdf(
  services: Services,
  actor: Actor,
  { caseId, print }: { caseId: string; print: string },
): Promise<Buffer> {
  const { prints } = await frozenList(services, actor, caseId);
  const found = prints.find(({ id }) => id === print);
  if (!found) throw notFound();
  const pdf = await frozenBytes(services, actor, print);
  const detail = { sheet: found.sheet, frozen: print };
  await asActor(services, actor, (tx) =>
    recordAudit(services, tx, actor, { action: 'print', subject: caseId, detail }),
  );
  return pdf;
}

/** The content: out of the file store, or printed in this person's turn where that is still to come. Throws not-found. */
export async function frozenBytes(services: Services, actor: Actor, id: string): Promise<Buffer> {
  const row = await frozenPrints.get(services.db, id);
  if (row?.sha256) return buffer((await services.files.open(row.sha256)).stream);
  if (!row?.papers) throw notFound();
  return printPapers(unpack(services, row.papers), (paper) => printPaper(services, actor, paper));
}
