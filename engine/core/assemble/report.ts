import type { DefinitionProblem, Origin } from '#core/model/index.ts';

/** Notes that something could not be assembled. */
export type Report = (code: string, origin: Origin, message: string, hint?: string) => void;

/** A list of problems and the function that adds to it; the same problem of the same place is listed once. */
export function createReport(): { problems: DefinitionProblem[]; report: Report } {
  const problems: DefinitionProblem[] = [];
  const report: Report = (code, { file, pointer }, message, hint) => {
    if (problems.some((known) => known.code === code && known.file === file && known.pointer === pointer))
      return;
    problems.push({ code, file, pointer, message, severity: 'error', ...(hint ? { hint } : {}) });
  };
  return { problems, report };
}
