import type { Readable } from 'node:stream';
import { evaluationOf, type ResolvedAnswers, sheetRevision } from '#core/evaluate/index.ts';
import type { FileRef, SlotDefinition } from '#core/model/index.ts';
import { answersOf, applicationOf, type LoadedCase, toFileRef } from '#server/services/case/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { asActor, Failure } from '#server/services/ground/index.ts';
import { type FileRow, files, type Tx } from '#server/store/index.ts';
import { refuseLocked } from '../locked.ts';
import { overQuota, type Room, roomFor } from '../room.ts';
import { fileRow } from './file-row.ts';
import { askForScan } from './held-files.ts';
import { type CheckedFile, checkFile, receiveFile } from './receive-file.ts';
import { refuseUnready, type SlotPlace, slotToFill } from './slot-to-fill.ts';

type Upload = SlotPlace & { name: string; stream: Readable };

/**
 * Puts a file into a slot: received with a limit, inspected, kept by its content, then recorded in one
 * transaction that reserves its bytes. A slot for one file takes the new one in the old one's place. What the scanner
 * cannot look at now is held, and asked for again later.
 * Throws: not-found, `not-editable`, `section-locked`, `slot-hidden`, `save-section-first`, `file-too-large`, `file-refused`,
 * `file-infected`, `quota`, `slot-full`.
 */
export async function attachFile(services: Services, actor: Actor, upload: Upload): Promise<FileRef> {
  const { slot, limit } = await slotToFill(services, services.db, actor, upload);
  const received = await receiveFile(services, upload.stream, limit);
  try {
    const checked = await checkFile(services, slot, received);
    const { added, orphanedHashes } = await services.files.keep(received, () =>
      asActor(services, actor, (tx) => record(services, tx, actor, upload, checked)),
    );
    for (const sha256 of orphanedHashes) await services.files.remove(sha256);
    return toFileRef(added);
  } catch (error) {
    await services.files.discard(received);
    throw error;
  }
}

type Outcome = { added: FileRow; orphanedHashes: string[] };

async function record(
  services: Services,
  tx: Tx,
  actor: Actor,
  upload: Upload,
  checked: CheckedFile,
): Promise<Outcome> {
  const { loaded, section, slot } = await slotToFill(services, tx, actor, upload);
  const { resolved } = await answersOf(services, tx, loaded);
  const evaluation = evaluationOf(resolved);
  refuseLocked(evaluation, section);
  refuseUnready(loaded, section.kind, evaluation, upload);
  const row = fileRow(services, upload, checked, revisionOf(loaded, resolved, slot));
  const outcome = await putInto(tx, loaded, slot, row, roomFor(loaded, evaluation));
  if (row.state === 'held') await askForScan(services, tx, row, actor.userId);
  return outcome;
}

/** What is left of infected files in the slot goes when another one comes. */
async function putInto(
  tx: Tx,
  loaded: LoadedCase,
  slot: SlotDefinition,
  row: FileRow,
  room: Room,
): Promise<Outcome> {
  const here = loaded.files.filter(
    (one) => one.section === row.section && one.slot === row.slot && one.row === row.row,
  );
  const there = here.filter(({ state }) => state !== 'infected');
  for (const { id, state } of here) if (state === 'infected') await files.remove(tx, id);
  const [only] = there;
  const max = slot.max ?? 1;
  if (only && max === 1) return replaceFile(tx, only, row, room);
  if (there.length >= max) throw new Failure('conflict', 'slot-full', { params: { max } });
  if (!(await files.add(tx, row, room.bytes))) throw overQuota(room.most);
  return { added: row, orphanedHashes: [] };
}

/** What the sheet shows at this moment, where the slot takes its signed print. */
function revisionOf(loaded: LoadedCase, resolved: ResolvedAnswers, { of }: SlotDefinition): string | null {
  return of === undefined ? null : sheetRevision(loaded.edition, resolved, applicationOf(loaded), of);
}

async function replaceFile(tx: Tx, old: FileRow, row: FileRow, { most, bytes }: Room): Promise<Outcome> {
  const replaced = await files.replace(tx, old.id, row, bytes);
  if (replaced === false) throw overQuota(most);
  return { added: row, orphanedHashes: replaced ? [replaced.sha256] : [] };
}
