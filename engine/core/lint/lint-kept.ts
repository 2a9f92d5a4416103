import type { Definition, DefinitionProblem } from '#core/model/index.ts';
import { checks } from './checks/index.ts';
import { createContext } from './context.ts';
import { problemOf } from './report/index.ts';

/**
 * What is wrong with an edition as the store keeps it: one definition, without the files that it was made of. Gives
 * errors alone: advice is for whoever writes. `file` stands where the path of a file would; pointers run into the
 * definition. Throws where the definition lacks the very shape that checks walk.
 */
export function lintKept(definition: Definition, file: string): DefinitionProblem[] {
  const locate = (pointer: string) => ({ file, pointer });
  const context = createContext({ definition, files: [], problems: [], locate });
  return checks.meaning
    .flatMap(({ code, run }) => run(context).map((finding) => problemOf(code, finding, context)))
    .filter(({ severity }) => severity === 'error');
}
