import { languagesOf } from '#core/compile/index.ts';
import { type Actor, asActor, Failure, type Services, stale } from '#server/services/ground/index.ts';
import { users } from '#server/store/index.ts';

/** Keeps the language in which somebody reads. Throws `invalid` for one that the programme does not have. */
export async function chooseLanguage(services: Services, actor: Actor, language: string): Promise<void> {
  if (!languagesOf(await services.editions.current()).includes(language))
    throw new Failure('invalid', 'bad-request');
  await asActor(services, actor, async (tx) => {
    const user = await users.get(tx, actor.userId);
    if (!user || !(await users.update(tx, user.id, user.version, { language }))) throw stale();
  });
}
