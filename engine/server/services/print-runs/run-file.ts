import type { OpenedFile } from '#server/files/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import { seeCase } from '#server/services/case/index.ts';
import { type Actor, asActor, notFound, type Services } from '#server/services/ground/index.ts';
import { type PrintRun, readTogether } from '#server/store/index.ts';
import { ownRun, wholeList } from './own-run.ts';

/** A file that leaves the system, and the name under which it does. */
type RunFile = { content: OpenedFile; form: PrintRun['form']; name: string };

/**
 * The file of a run, for whoever asked for it and may still see every case in it; recorded in the trail. Throws not-found,
 * also while it is being made.
 */
export async function printRunFile(services: Services, actor: Actor, id: string): Promise<RunFile> {
  const tx = readTogether(services.db);
  const run = await ownRun(services, tx, actor, id);
  const list = await wholeList(tx, run);
  if (run.sha256 === null || list === null) throw notFound();
  for (const caseId of list) await seeCase(services, tx, actor, caseId);
  const { sha256, form, sheet, title, printed } = run;
  await asActor(services, actor, (own) =>
    recordAudit(services, own, actor, {
      action: 'print-run-file',
      subject: id,
      detail: { sheet, printed, sha256 },
    }),
  );
  return { content: await services.files.open(sha256), form, name: `${title}.${form}` };
}
