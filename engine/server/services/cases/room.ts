import type { Evaluation } from '#core/evaluate/index.ts';
import { bytesShown, type LoadedCase } from '#server/services/case/index.ts';
import { Failure } from '#server/services/ground/index.ts';

/** What the files of a case may hold together, whatever a definition says. */
const MOST_CASE_BYTES = 125_829_120;

/** The most that the shown files of a case may hold, and what the case may hold with what is set aside. */
export type Room = { most: number; bytes: number };

type Held = Pick<LoadedCase, 'edition' | 'files'>;

/**
 * How many bytes a case may hold. The limit holds for what is shown; what is set aside comes on top, at most as much
 * again, so that nobody fills the store with what no form shows.
 */
export function roomFor({ edition, files }: Held, evaluation: Evaluation): Room {
  const most = Math.min(edition.definition.edition.quotas.applicationBytes, MOST_CASE_BYTES);
  const all = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const aside = all - bytesShown(files, evaluation);
  return { most, bytes: most + Math.min(aside, MOST_CASE_BYTES) };
}

/** Throws `quota` where what is shown is more than may be handed in: an answer may have brought files back. */
export function refuseOverfull(loaded: Held, evaluation: Evaluation): void {
  const { most } = roomFor(loaded, evaluation);
  if (bytesShown(loaded.files, evaluation) > most) throw overQuota(most);
}

/** The files of a case are larger than they may be together. */
export const overQuota = (limit: number): Failure =>
  new Failure('conflict', 'quota', { params: { limit: Math.round(limit / 1_048_576) } });
