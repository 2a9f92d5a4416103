import type { AnswerProblem } from '#core/model/index.ts';
import { validate } from '#core/validate/index.ts';
import { applicationOf, factsOf, loadCase, seeCase } from '#server/services/case/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';

/** Everything that is wrong with a case's stored answers. */
export async function checkCase(services: Services, actor: Actor, id: string): Promise<AnswerProblem[]> {
  const { record } = await seeCase(services, services.db, actor, id);
  const loaded = await loadCase(services, services.db, record);
  return validate(loaded.edition, applicationOf(loaded), await factsOf(services, services.db, loaded));
}
