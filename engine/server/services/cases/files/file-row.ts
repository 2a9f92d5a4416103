import type { FileSlot } from '#core/model/wire/index.ts';
import { cleanLine, cutFileName } from '#core/text/index.ts';
import { newId } from '#server/crypto/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import type { FileRow } from '#server/store/index.ts';
import type { CheckedFile } from './receive-file.ts';

/** The row of a new file in a slot. */
export function fileRow(
  { clock }: Services,
  {
    caseId,
    section,
    slot,
    row = null,
    name,
  }: Omit<FileSlot, 'row'> & { caseId: string; row?: string | null },
  { received, inspection, state }: CheckedFile,
  revision: string | null,
): FileRow {
  return {
    id: newId(),
    caseId,
    section,
    row,
    slot,
    name: cleanName(name),
    mediaType: inspection.mediaType ?? '',
    bytes: received.bytes,
    pages: inspection.pages,
    sha256: received.sha256,
    createdAt: clock().toISOString(),
    revision,
    state,
  };
}

const MOST_OF_NAME = 120;

/** A name to show, never a path: clean, without folders, and with its ending where it is too long. */
export function cleanName(name: string): string {
  const last = cleanLine(name).split(/[/\\]/).at(-1) ?? '';
  return cutFileName(last.trim(), MOST_OF_NAME) || 'file';
}
