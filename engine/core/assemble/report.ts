import type { AssemblyProblem, Origin } from '#core/model/index.ts';

/** Notes that something could not be assembled: its code, where, and what its sentence says. */
export type Report = (
  code: string,
  origin: Origin,
  details?: Pick<AssemblyProblem, 'sentence' | 'hint'> & Partial<Pick<AssemblyProblem, 'params'>>,
) => void;

/** A list of problems and the function that adds to it; the same problem of the same place is listed once. */
export function createReport(): { problems: AssemblyProblem[]; report: Report } {
  const problems: AssemblyProblem[] = [];
  const report: Report = (code, { file, pointer }, { sentence, params = {}, hint } = {}) => {
    if (problems.some((known) => known.code === code && known.file === file && known.pointer === pointer))
      return;
    problems.push({
      code,
      file,
      pointer,
      params,
      ...(sentence ? { sentence } : {}),
      ...(hint ? { hint } : {}),
    });
  };
  return { problems, report };
}
