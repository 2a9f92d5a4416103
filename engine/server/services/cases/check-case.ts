import type { AnswerProblem } from '#core/model/index.ts';
import { validate } from '#core/validate/index.ts';
import { applicationOf, factsOf, openFile, seeCase } from '#server/services/case/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';

/** Everything that is still wrong with a case's answers, as it stands in the store. */
export async function checkCase(services: Services, actor: Actor, id: string): Promise<AnswerProblem[]> {
  const { record } = await seeCase(services, services.db, actor, id);
  const file = await openFile(services, services.db, record);
  return validate(file.edition, applicationOf(file), await factsOf(services, services.db, file));
}
