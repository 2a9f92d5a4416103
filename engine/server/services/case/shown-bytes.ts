import { type Evaluation, isFileShown } from '#core/evaluate/index.ts';
import type { FileRow } from '#server/store/index.ts';

type Stored = Pick<FileRow, 'section' | 'slot' | 'row' | 'bytes'>;

/** How much room these files take: those that a condition hides are set aside and take none. */
export function bytesShown(files: readonly Stored[], evaluation: Pick<Evaluation, 'slots'>): number {
  return files.filter((file) => isFileShown(evaluation, file)).reduce((sum, { bytes }) => sum + bytes, 0);
}
