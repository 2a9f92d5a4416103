import type { Change } from '#core/change/index.ts';
import type { Question } from '#core/draft/index.ts';
import type { JsonObject } from '#core/model/index.ts';
import type {
  BeforeCycle,
  PreviewOf,
  ReplayedOf,
  Replaying,
  ReplayOf,
} from '#server/services/ground/index.ts';

type TextFile = { path: string; text: string };

/**
 * What the thread is given: changes to be made to files, a sheet to be shown, or files to be checked; or two states of a
 * cycle's files with the changes that were made to the second, of which is asked what they mean for answers; or applications
 * that are read under the files of a `source`, or one that becomes an example of them; or what cycles were before, to find the rules that are others now,
 * with the fields that have another name; or files of which is asked by what their forms can be told apart.
 */
export type Task =
  | { files: TextFile[]; changes?: JsonObject[]; preview?: PreviewOf }
  | { files: TextFile[]; replaying: Replaying; cases: ReplayedOf[] }
  | { files: TextFile[]; replaying: Replaying; example: ReplayOf; question: Question | null }
  | { files: TextFile[]; cycles: BeforeCycle[]; renames: Change[] }
  | { files: TextFile[]; forms: Omit<Replaying, 'watched'> }
  | { before: TextFile[]; began: TextFile[]; changes: JsonObject[]; cycle: string };
