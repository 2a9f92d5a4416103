import type { CompiledEdition, DemoDefinition } from '#core/model/index.ts';
import { type Actor, actorOf, Failure, type Services } from '#server/services/ground/index.ts';
import { users } from '#server/store/index.ts';
import type { SeededAccount } from './account.ts';

/** What has been made so far, by the ids of the demonstration. */
export type Stage = {
  services: Services;
  /** The sentence for a refusal. */
  sentenceFor: (refusal: Failure) => string;
  edition: CompiledEdition;
  demo: DemoDefinition;
  organisations: Map<string, string>;
  people: Map<string, string>;
  accounts: SeededAccount[];
};

/** A step that was refused: what was to be done, the outermost first, and why it was not. */
class RefusedStep extends Error {
  readonly steps: string[];
  readonly reason: string;

  constructor(steps: string[], reason: string, cause: unknown) {
    super(`The demonstration stopped: ${steps.join(', ')}: ${reason}`, { cause });
    this.steps = steps;
    this.reason = reason;
  }
}

/** Does one step, and those inside it. Throws where one is refused, naming them all and the sentence of the refusal. */
export async function step(
  { sentenceFor }: Pick<Stage, 'sentenceFor'>,
  what: string,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (cause instanceof RefusedStep)
      throw new RefusedStep([what, ...cause.steps], cause.reason, cause.cause);
    throw new RefusedStep([what], reasonOf(cause, sentenceFor), cause);
  }
}

function reasonOf(error: unknown, sentenceFor: Stage['sentenceFor']): string {
  if (!(error instanceof Failure)) return error instanceof Error ? error.message : String(error);
  const blocking = (error.details.problems ?? [])
    .filter((one) => one.severity === 'block')
    .map((one) => `${one.place} ${one.message}`);
  return [sentenceFor(error), ...blocking].join('; ');
}

/** Somebody of an organisation who may do this. Throws where nobody may. */
export async function staffOf(
  stage: Stage,
  organisationId: string,
  ability: Actor['abilities'][number],
): Promise<Actor> {
  for (const user of await users.ofOrganisation(stage.services.db, organisationId)) {
    const actor = await actorOf(stage.services, stage.services.db, user, null);
    if (actor?.abilities.includes(ability)) return actor;
  }
  throw new Error(`nobody of organisation "${organisationId}" may ${ability}`);
}
