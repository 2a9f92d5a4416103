import type { Readable } from 'node:stream';
import { type Evaluation, evaluationOf, type ResolvedAnswers, sheetRevision } from '#core/evaluate/index.ts';
import type { CompiledSection, FileRef, SectionKind, SlotDefinition } from '#core/model/index.ts';
import type { FileSlot } from '#core/model/wire/index.ts';
import { cleanLine, cutFileName } from '#core/text/index.ts';
import { newId } from '#server/crypto/index.ts';
import { FileTooLargeError, type Inspection, type Received, ScannerAway } from '#server/files/index.ts';
import {
  answersOf,
  applicationOf,
  editingAs,
  type LoadedCase,
  loadCase,
  mayAttach,
  seeCase,
  toFileRef,
} from '#server/services/case/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { asActor, Failure, forbidden, notFound } from '#server/services/ground/index.ts';
import { type FileRow, files, type Tx } from '#server/store/index.ts';
import { refuseLocked } from './locked.ts';
import { overQuota, type Room, roomFor } from './room.ts';

/** The size of a file that no definition can raise. */
const MOST_FILE_BYTES = 10_485_760;

type Upload = FileSlot & { caseId: string; stream: Readable };

/**
 * Puts a file into a slot: received with a limit, inspected, kept by its content, then recorded in one
 * transaction that reserves its bytes. A slot for one file takes the new one in the old one's place.
 * Throws: not-found, `not-editable`, `section-locked`, `slot-hidden`, `save-section-first`, `file-too-large`, `file-refused`, `scanner-away`,
 * `quota`, `slot-full`.
 */
export async function attachFile(services: Services, actor: Actor, upload: Upload): Promise<FileRef> {
  const { slot, limit } = await uploadTarget(services, services.db, actor, upload);
  const received = await receive(services, upload.stream, limit);
  try {
    const inspection = await services.inspector.inspect(received.path);
    refuseContent(slot, inspection);
    await refuseMalware(services, received);
    const { added, orphanedHashes } = await services.files.keep(received, () =>
      asActor(services, actor, (tx) => record(services, tx, actor, upload, { received, inspection })),
    );
    for (const sha256 of orphanedHashes) await services.files.remove(sha256);
    return toFileRef(added);
  } catch (error) {
    await services.files.discard(received);
    throw error;
  }
}

async function receive(services: Services, stream: Readable, limit: number): Promise<Received> {
  try {
    return await services.files.receive(stream, limit);
  } catch (error) {
    if (error instanceof FileTooLargeError) throw tooLarge(limit);
    throw error;
  }
}

const tooLarge = (limit: number): Failure =>
  new Failure('too-large', 'file-too-large', { params: { limit: Math.round(limit / 1_048_576) } });

function refuseContent(slot: SlotDefinition, { mediaType, problems }: Inspection): void {
  const [problem] = problems;
  if (problem) throw new Failure('invalid', `file-${problem}`);
  const accepted = slot.accept ?? ['application/pdf'];
  if (mediaType === null || !accepted.includes(mediaType))
    throw new Failure('unsupported', 'file-type', { params: { types: typeNames(accepted) } });
}

/** Held while the scanner is away, and never let in unscanned. */
async function refuseMalware({ scanner }: Services, { path }: Received): Promise<void> {
  try {
    if ((await scanner?.scan(path)) ?? null) throw new Failure('invalid', 'file-infected');
  } catch (error) {
    if (error instanceof ScannerAway) throw new Failure('busy', 'scanner-away', { retryAfter: 30 });
    throw error;
  }
}

type UploadTarget = { loaded: LoadedCase; section: CompiledSection; slot: SlotDefinition; limit: number };

/** The slot, if this person may fill it now. Inside a transaction the case stays locked until its end. */
async function uploadTarget(services: Services, tx: Tx, actor: Actor, upload: Upload): Promise<UploadTarget> {
  const lock = tx.transaction !== null;
  const { record, roles } = await seeCase(services, tx, actor, upload.caseId, { lock });
  const loaded = await loadCase(services, tx, record);
  const section = loaded.category.bySection[upload.section];
  const slot = section?.slots.find((one) => one.definition.id === upload.slot)?.definition;
  if (!section || !slot) throw notFound();
  const by = await editingAs(services, record, roles);
  if (by === null) throw roles.length === 0 ? forbidden() : new Failure('conflict', 'not-editable');
  if (!mayAttach(section, by)) throw forbidden();
  if ((slot.per === 'row') !== (upload.row !== undefined)) throw new Failure('invalid', 'save-row-first');
  const { fileBytes } = loaded.edition.definition.edition.quotas;
  return { loaded, section, slot, limit: Math.min(fileBytes, MOST_FILE_BYTES) };
}

/**
 * A row's slot needs a row that is saved, a section's slot a section that somebody has saved: what it starts with is
 * nobody's yet. A slot that is not shown takes nothing.
 */
function refuseUnready(
  { sections }: LoadedCase,
  kind: SectionKind,
  evaluation: Evaluation,
  upload: Upload,
): void {
  const key = [upload.section, ...(upload.row === undefined ? [] : [upload.row]), upload.slot].join('/');
  const state = evaluation.slots[key];
  if (!state && upload.row !== undefined) throw new Failure('conflict', 'save-row-first');
  if (!state?.visible) throw new Failure('conflict', 'slot-hidden');
  if (kind !== 'documents' && (sections[upload.section]?.version ?? 0) === 0)
    throw new Failure('conflict', 'save-section-first');
}

type InspectedUpload = { received: Received; inspection: Inspection };
type Outcome = { added: FileRow; orphanedHashes: string[] };

async function record(
  services: Services,
  tx: Tx,
  actor: Actor,
  upload: Upload,
  kept: InspectedUpload,
): Promise<Outcome> {
  const { loaded, section, slot } = await uploadTarget(services, tx, actor, upload);
  const { resolved } = await answersOf(services, tx, loaded);
  const evaluation = evaluationOf(resolved);
  refuseLocked(evaluation, section);
  refuseUnready(loaded, section.kind, evaluation, upload);
  const revision = revisionOf(loaded, resolved, slot);
  const row = { ...rowOf(services, upload, kept), revision };
  const room = roomFor(loaded, evaluation);
  const there = loaded.files.filter(
    (one) => one.section === row.section && one.slot === row.slot && one.row === row.row,
  );
  const [only] = there;
  if (only && (slot.max ?? 1) === 1) return replaceFile(tx, only, row, room);
  if (there.length >= (slot.max ?? 1))
    throw new Failure('conflict', 'slot-full', { params: { max: slot.max ?? 1 } });
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

function rowOf(
  services: Services,
  upload: Upload,
  { received, inspection }: InspectedUpload,
): Omit<FileRow, 'revision'> {
  return {
    id: newId(),
    caseId: upload.caseId,
    section: upload.section,
    row: upload.row ?? null,
    slot: upload.slot,
    name: cleanName(upload.name),
    mediaType: inspection.mediaType ?? '',
    bytes: received.bytes,
    pages: inspection.pages,
    sha256: received.sha256,
    createdAt: services.clock().toISOString(),
  };
}

const MOST_OF_NAME = 120;

/** A name to show, never a path: clean, without folders, and with its ending where it is too long. */
export function cleanName(name: string): string {
  const last = cleanLine(name).split(/[/\\]/).at(-1) ?? '';
  return cutFileName(last.trim(), MOST_OF_NAME) || 'file';
}

/** `application/pdf` as people call it: PDF. */
const typeNames = (accepted: readonly string[]): string =>
  accepted.map((type) => (type.split('/')[1] ?? type).toUpperCase()).join(' / ');
