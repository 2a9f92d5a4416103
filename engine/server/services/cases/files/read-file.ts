import { categoryOf } from '#core/compile/index.ts';
import { evaluationOf, maySeeAt } from '#core/evaluate/index.ts';
import type { OpenedFile } from '#server/files/index.ts';
import { answersOf, editingAs, loadCase, mayAttach, seeCase } from '#server/services/case/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { Failure, forbidden, notFound, withContentCleanup } from '#server/services/ground/index.ts';
import { type FileRow, files } from '#server/store/index.ts';
import { refuseLocked } from '../locked.ts';

/**
 * A file's content, for whoever may see its case; the only way in which content leaves the store for a person.
 * Throws not-found for any other, `file-held` while it waits for the safety check, `file-gone` of an infected one.
 */
export async function readFile(
  services: Services,
  actor: Actor,
  id: string,
): Promise<{ row: FileRow; content: OpenedFile }> {
  const row = await files.get(services.db, id);
  if (!row) throw notFound();
  const { record, roles } = await seeCase(services, services.db, actor, row.caseId);
  const { bySection } = categoryOf(await services.editions.get(record.edition), record.category);
  const section = bySection[row.section];
  if (section && !maySeeAt(section, undefined, roles)) throw notFound();
  if (row.state === 'held') throw new Failure('conflict', 'file-held');
  if (row.state === 'infected') throw new Failure('conflict', 'file-gone');
  return { row, content: await services.files.open(row.sha256) };
}

/** Deletes a file and frees its bytes. Throws: not-found, `not-editable`, `section-locked`. */
export async function removeFile(services: Services, actor: Actor, id: string): Promise<void> {
  await withContentCleanup(services, actor, async (tx, orphanedHashes) => {
    const row = await files.get(tx, id);
    if (!row) throw notFound();
    const { record, roles } = await seeCase(services, tx, actor, row.caseId, { lock: true });
    const by = await editingAs(services, record, roles);
    if (by === null) throw roles.length === 0 ? forbidden() : new Failure('conflict', 'not-editable');
    const section = categoryOf(await services.editions.get(record.edition), record.category).bySection[
      row.section
    ];
    if (section && !mayAttach(section, by)) throw forbidden();
    if (section?.readOnly) {
      const { resolved } = await answersOf(services, tx, await loadCase(services, tx, record));
      refuseLocked(evaluationOf(resolved), section);
    }
    if (await files.remove(tx, id)) orphanedHashes.push(row.sha256);
  });
}
