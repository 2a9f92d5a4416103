import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { SlotDefinition } from '#core/model/index.ts';
import { FileTooLargeError, type Inspection, type Received, ScannerAway } from '#server/files/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { Failure } from '#server/services/ground/index.ts';

/** A file that has arrived and holds nothing that it may not. */
export type CheckedFile = {
  received: Received;
  inspection: Inspection;
  /** `held`: nobody could say yet whether it holds malware. */
  state: 'held' | null;
};

/** Takes a file's bytes. Throws `file-too-large` at the first one over `limit`. */
export async function receiveFile(services: Services, stream: Readable, limit: number): Promise<Received> {
  try {
    return await services.files.receive(stream, limit);
  } catch (error) {
    if (error instanceof FileTooLargeError) throw tooLarge(limit);
    throw error;
  }
}

const tooLarge = (limit: number): Failure =>
  new Failure('too-large', 'file-too-large', { params: { limit: Math.round(limit / 1_048_576) } });

/** Looks into what was received. Throws what is wrong with it: `file-…`. */
export async function checkFile(
  services: Services,
  slot: SlotDefinition,
  received: Received,
): Promise<CheckedFile> {
  const inspection = await services.inspector.inspect(received.path);
  refuseContent(slot, inspection);
  return { received, inspection, state: await refuseMalware(services, received) };
}

function refuseContent(slot: SlotDefinition, { mediaType, problems }: Inspection): void {
  const [problem] = problems;
  if (problem) throw new Failure('invalid', `file-${problem}`);
  const accepted = slot.accept ?? ['application/pdf'];
  if (mediaType === null || !accepted.includes(mediaType))
    throw new Failure('unsupported', 'file-type', { params: { types: typeNames(accepted) } });
}

/** What the scanner cannot look at now is neither let in nor refused: it is held until it can. */
async function refuseMalware({ scanner }: Services, { path }: Received): Promise<CheckedFile['state']> {
  if (!scanner) return null;
  try {
    if ((await scanner.scan(async () => createReadStream(path))) === null) return null;
  } catch (error) {
    if (error instanceof ScannerAway) return 'held';
    throw error;
  }
  throw new Failure('invalid', 'file-infected');
}

/** `application/pdf` as people call it: PDF. */
const typeNames = (accepted: readonly string[]): string =>
  accepted.map((type) => (type.split('/')[1] ?? type).toUpperCase()).join(' / ');
