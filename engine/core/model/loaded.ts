import type { Definition } from './definition.ts';
import type { Json } from './json.ts';

/**
 * One file of a programme's folder: JSON parsed, and its text where it was read from one; templates and styles as
 * text. Path relative to the folder, with `/`.
 */
export type SourceFile = { path: string; json?: Json; text?: string };

/** A place in a file. */
export type Origin = { file: string; pointer: string };

/** What could not be assembled: `say` is its sentence, where the code has several. Lint finds the words. */
export type AssemblyProblem = Origin & {
  code: string;
  sentence?: string;
  params: Record<string, Json>;
  hint?: { sentence: string; params?: Record<string, Json> };
};

/** One edition of a programme as assembled from its files. */
export type LoadedEdition = {
  definition: Definition;
  /** Every file that took part, as read. */
  files: SourceFile[];
  /** What could not be assembled: broken JSON, missing files, unknown fragments, circular extends. */
  problems: AssemblyProblem[];
  /** Where a part of the definition stands: JSON pointer into `definition` -> file and pointer. */
  locate: (definitionPointer: string) => Origin;
};
