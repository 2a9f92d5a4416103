import type { AnswerProblem } from '#core/model/index.ts';
import { validate } from '#core/validate/index.ts';
import { applicationOf, factsOf, loadCase, seeCase } from '#server/services/case/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { readTogether } from '#server/store/index.ts';

/** Everything that is wrong with a case's stored answers. */
export async function checkCase(services: Services, actor: Actor, id: string): Promise<AnswerProblem[]> {
  const tx = readTogether(services.db);
  const { record } = await seeCase(services, tx, actor, id);
  const loaded = await loadCase(services, tx, record);
  return validate(loaded.edition, applicationOf(loaded), await factsOf(services, tx, loaded));
}
