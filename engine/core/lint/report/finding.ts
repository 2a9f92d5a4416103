import type { DefinitionProblem, Origin } from '#core/model/index.ts';
import type { SentenceKey } from '../locales/index.ts';
import type { Hint, Params } from './words.ts';

/**
 * What a check has found. `at` points into the definition and is led back to its file; a check over files gives
 * the origin itself. `say` is the sentence of the locales, where the code of the check has several. Without a
 * severity it is an error.
 */
export type Finding = {
  at: string | Origin;
  sentence?: SentenceKey;
  params?: Params;
  hint?: Hint | undefined;
  severity?: DefinitionProblem['severity'];
};
