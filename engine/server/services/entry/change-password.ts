import type { PasswordChange } from '#core/model/wire/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { asActor, Failure } from '#server/services/ground/index.ts';
import { sessions, type User, users } from '#server/store/index.ts';
import { checkPassword, sameSecret } from './passwords.ts';
import { answerHashOf, checkQuestion } from './questions.ts';
import { countedTry, LIMITS } from './rates.ts';

/**
 * Changes the password, and the security question where one is given, and ends every other session of the user.
 * Throws `wrong-password`, `password-policy`, `password-common`, `password-same`, `question-missing`, `too-many`.
 */
export async function changePassword(
  services: Services,
  actor: Actor,
  change: PasswordChange,
): Promise<void> {
  const { programme } = (await services.editions.current()).definition;
  checkPassword(programme, change.next, actor.username);
  if (sameSecret(change.next, change.current)) throw new Failure('invalid', 'password-same');
  const user = await users.get(services.db, actor.userId);
  const fits = async () => user !== null && services.hasher.verify(user.passwordHash, change.current);
  const isRight = await countedTry(services, `password:${actor.userId}`, LIMITS.loginHere, fits);
  if (!user || !isRight) throw new Failure('invalid', 'wrong-password');
  const question = await questionFor(services, user, change);
  const passwordHash = await services.hasher.hash(change.next);
  await asActor(services, actor, async (tx) => {
    const lasting = { mustChangePassword: false, passwordExpiresAt: null, passwordUsedAt: null };
    const changes = { passwordHash, ...lasting, ...question };
    if (!(await users.update(tx, user.id, user.version, changes))) throw new Failure('conflict', 'stale');
    await sessions.removeOfUser(tx, user.id, actor.session ?? undefined);
    await recordAudit(services, tx, actor, { action: 'change-password', subject: user.id });
  });
}

async function questionFor(
  services: Services,
  user: User,
  { question, answer }: PasswordChange,
): Promise<Partial<Pick<User, 'question' | 'answerHash'>>> {
  if (question === undefined || answer === undefined) {
    if (user.mustChangePassword || user.question === null) throw new Failure('invalid', 'question-missing');
    return {};
  }
  checkQuestion(await services.editions.current(), question);
  return { question, answerHash: await answerHashOf(services, answer) };
}
