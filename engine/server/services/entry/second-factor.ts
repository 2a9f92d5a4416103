import { Secret } from 'otpauth';
import type { CompiledEdition } from '#core/model/index.ts';
import type { NewFactor } from '#core/model/wire/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { asActor, Failure } from '#server/services/ground/index.ts';
import { type SecondFactor, secondFactors, type Tx } from '#server/store/index.ts';
import { countedTry, LIMITS } from './rates.ts';
import { keyUri, stepOf } from './totp.ts';

const SECRET_BYTES = 20;

/**
 * Begins a second factor; it counts only from the first right code on. Throws `second-factor-on` where one counts
 * already.
 */
export async function beginSecondFactor(services: Services, actor: Actor): Promise<NewFactor> {
  const { programme } = (await services.editions.current()).definition;
  const secret = new Secret({ size: SECRET_BYTES });
  await asActor(services, actor, async (tx) => {
    if ((await secondFactors.get(tx, actor.userId))?.confirmed)
      throw new Failure('conflict', 'second-factor-on');
    await secondFactors.begin(tx, {
      userId: actor.userId,
      secret: String(services.secrets.seal(secret.base32)),
      confirmed: false,
      lastStep: 0,
      createdAt: services.clock().toISOString(),
    });
    await recordAudit(services, tx, actor, { action: 'second-factor-begin', subject: actor.userId });
  });
  const issuer = programme.shortTitle ?? programme.title;
  return { secret: secret.base32, uri: keyUri(secret, issuer, actor.username) };
}

/** Turns the second factor on with its first code. Throws `wrong-code`, `too-many`. */
export async function confirmSecondFactor(services: Services, actor: Actor, code: string): Promise<void> {
  await withRightCode(services, actor, code, (tx) =>
    recordAudit(services, tx, actor, { action: 'second-factor-on', subject: actor.userId }),
  );
}

/**
 * Turns it off; a right code is asked for, so that access to an unattended screen is not enough. Throws `wrong-code`,
 * `too-many`.
 */
export async function removeSecondFactor(services: Services, actor: Actor, code: string): Promise<void> {
  await withRightCode(services, actor, code, async (tx) => {
    await secondFactors.remove(tx, actor.userId);
    await recordAudit(services, tx, actor, { action: 'second-factor-off', subject: actor.userId });
  });
}

/** Asks whoever has a second factor for a code of this moment, nobody else. Throws `wrong-code`, `too-many`. */
export async function proveAgain(services: Services, actor: Actor, code: string | undefined): Promise<void> {
  if (!(await secondFactors.get(services.db, actor.userId))?.confirmed) return;
  await withRightCode(services, actor, code ?? '', async () => undefined);
}

async function withRightCode(
  services: Services,
  actor: Actor,
  code: string,
  work: (tx: Tx) => Promise<void>,
): Promise<void> {
  const isRight = await countedTry(services, `code:${actor.userId}`, LIMITS.loginHere, () =>
    asActor(services, actor, async (tx) => {
      const factor = await secondFactors.get(tx, actor.userId);
      if (!factor || !(await acceptCode(services, tx, factor, code))) return false;
      await work(tx);
      return true;
    }),
  );
  if (!isRight) throw new Failure('invalid', 'wrong-code');
}

/** Accepts a code once: neither it nor an earlier one is valid again. */
export async function acceptCode(
  services: Services,
  tx: Tx,
  factor: SecondFactor,
  code: string,
): Promise<boolean> {
  const secret = Secret.fromBase32(String(services.secrets.open(factor.secret)));
  const step = stepOf(secret, code, services.clock());
  return step !== null && secondFactors.advance(tx, factor.userId, step);
}

/** Whether the programme asks everybody in this role for a second factor. */
export const isMandatory = ({ definition }: CompiledEdition, role: string): boolean =>
  definition.programme.roles.find((one) => one.id === role)?.secondFactor === true;
