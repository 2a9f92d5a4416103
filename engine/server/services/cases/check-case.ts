import type { AnswerProblem } from '#core/model/index.ts';
import { evaluateAndValidate } from '#core/validate/index.ts';
import { applicationOf, factsOf, loadCase, seeCase, seenProblems } from '#server/services/case/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { readTogether } from '#server/store/index.ts';
import { openProblems } from './locked.ts';

/** Everything that is wrong with a case's stored answers, as far as they can be written now. */
export async function checkCase(services: Services, actor: Actor, id: string): Promise<AnswerProblem[]> {
  const tx = readTogether(services.db);
  const { record, roles } = await seeCase(services, tx, actor, id);
  const loaded = await loadCase(services, tx, record);
  const facts = await factsOf(services, tx, loaded);
  const { evaluation, problems } = evaluateAndValidate(loaded.edition, applicationOf(loaded), facts);
  return seenProblems(loaded, openProblems(problems, evaluation), roles);
}
