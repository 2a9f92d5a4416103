import type { JsonObject } from '#core/model/index.ts';
import type { PreviewOf } from '#server/services/ground/index.ts';

type TextFile = { path: string; text: string };

/**
 * What the thread is given: changes to be made to files, a sheet to be shown, or files to be checked; or two states of a
 * cycle's files with the changes that were made to the second, of which is asked what they mean for answers.
 */
export type Task =
  | { files: TextFile[]; changes?: JsonObject[]; preview?: PreviewOf }
  | { before: TextFile[]; began: TextFile[]; changes: JsonObject[]; cycle: string };
