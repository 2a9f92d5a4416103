import { evaluationOf } from '#core/evaluate/index.ts';
import type { AnswerProblem } from '#core/model/index.ts';
import { validateResolved } from '#core/validate/index.ts';
import { answersOf, loadCase, seeCase, seenProblems } from '#server/services/case/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { readTogether } from '#server/store/index.ts';
import { openProblems } from './locked.ts';
import { sheetProblems } from './sheets/index.ts';

/**
 * Everything that is wrong with a case's stored answers, as far as they can be written now, and what of them is too long
 * for a sheet that has to fit.
 */
export async function checkCase(services: Services, actor: Actor, id: string): Promise<AnswerProblem[]> {
  const tx = readTogether(services.db);
  const { record, roles } = await seeCase(services, tx, actor, id);
  const loaded = await loadCase(services, tx, record);
  const answers = await answersOf(services, tx, loaded);
  const found = validateResolved(loaded.edition, answers.resolved, answers.application);
  const problems = [...found, ...(await sheetProblems(tx, loaded, answers))];
  return seenProblems(loaded, openProblems(problems, evaluationOf(answers.resolved)), roles);
}
