import type { DefinitionProblem } from '#core/model/index.ts';
import type { DraftView } from '#core/model/wire/index.ts';
import type { DraftReply } from '../../worker/messages.ts';

/** How a draft is found to be, in the page; `isChecking` while something of it is still to come. */
export type DraftCheck = {
  problems: DefinitionProblem[];
  /** `printed`: those that the server alone can run, for they expect something of sheets; they are not in `failed`. */
  cases: { all: number; failed: string[]; printed: string[] };
  isChecking: boolean;
};

const NO_CASES = { all: 0, failed: [], printed: [] };

/** What an answer of the thread makes of what was known before. */
export function checkAfter(before: DraftCheck | null, reply: DraftReply): DraftCheck {
  if (reply.kind === 'checked') {
    const problems = reply.editions.flatMap((edition) => edition.problems);
    return { problems, cases: before?.cases ?? NO_CASES, isChecking: true };
  }
  const cases = reply.editions.flatMap((edition) => edition.cases);
  const printed = reply.editions.flatMap((edition) => edition.printed);
  const failed = cases.filter(({ id, failures }) => failures.length > 0 && !printed.includes(id));
  return {
    problems: before?.problems ?? [],
    cases: { all: cases.length, failed: failed.map(({ id }) => id), printed },
    isChecking: false,
  };
}

/** Of cases that print something the server says how they come out; file name and id of a case agree. */
function printedFailures({ problems }: Pick<DraftView, 'problems'>, printed: readonly string[]): number {
  const failing = problems.filter(({ code }) => code === 'failing-case');
  const ids = failing.map(({ file }) => /([^/]+)\.json$/.exec(file)?.[1] ?? '');
  return new Set(ids.filter((id) => printed.includes(id))).size;
}

/** How many problems and cases the strip names: of the check in the page as soon as there is one, else the server's. */
export function countsOf(
  view: Pick<DraftView, 'found' | 'problems'>,
  check: DraftCheck | null,
): DraftView['found'] {
  const { found } = view;
  if (!check) return found;
  const count = (severity: string) => check.problems.filter((one) => one.severity === severity).length;
  const isRun = check.cases.all > 0;
  return {
    ...found,
    errors: count('error'),
    warnings: count('warning'),
    cases: isRun ? check.cases.all : found.cases,
    failed: isRun ? check.cases.failed.length + printedFailures(view, check.cases.printed) : found.failed,
  };
}
