import { atNoSection } from '#core/evaluate/index.ts';
import type { AnswerProblem, SheetDefinition } from '#core/model/index.ts';
import { measureSheet, overflowProblems } from '#server/print/index.ts';
import type { CaseAnswers, LoadedCase } from '#server/services/case/index.ts';
import { printSettings, type Tx } from '#server/store/index.ts';
import { isAvailable } from './open-sheet.ts';

/** What is too long of the sheets that have to fit before this case is handed in. */
export async function sheetProblems(
  tx: Tx,
  loaded: LoadedCase,
  answers: CaseAnswers,
): Promise<AnswerProblem[]> {
  const data = atNoSection(answers.resolved);
  const blocking = (loaded.category.definition.sheets ?? [])
    .map((id) => loaded.edition.sheets[id])
    .filter((sheet) => sheet?.fit?.blocks === true && isAvailable(loaded, sheet, data));
  const problems = await Promise.all(
    blocking.map(async (sheet) => (sheet ? await problemsOfSheet(tx, loaded, answers, sheet) : [])),
  );
  return problems.flat();
}

async function problemsOfSheet(
  tx: Tx,
  { edition, record }: LoadedCase,
  { application, facts, resolved }: CaseAnswers,
  sheet: SheetDefinition,
): Promise<AnswerProblem[]> {
  const settings = (await printSettings.get(tx, record.id, sheet.id)) ?? {};
  const fit = measureSheet(edition, application, facts, sheet.id, { settings, resolved });
  return fit ? overflowProblems(edition, resolved, sheet, fit) : [];
}
