import type { JsonObject } from '#core/model/index.ts';

type TextFile = { path: string; text: string };

/**
 * What the thread is given: changes to be made to files; files to be checked; or two states of a cycle's files with the
 * changes that were made to the second, of which is asked what they mean for answers.
 */
export type Task =
  | { files: TextFile[]; changes?: JsonObject[] }
  | { before: TextFile[]; began: TextFile[]; changes: JsonObject[]; cycle: string };
