import type { CompiledEdition, DemoDefinition } from '#core/model/index.ts';
import { type Actor, actorOf, type Services } from '#server/services/ground/index.ts';
import { users } from '#server/store/index.ts';
import type { SeededAccount } from './account.ts';

/** What has been made so far, by the ids of the demonstration. */
export type Stage = {
  services: Services;
  edition: CompiledEdition;
  demo: DemoDefinition;
  organisations: Map<string, string>;
  people: Map<string, string>;
  accounts: SeededAccount[];
};

/** Does one step. Throws where it is refused, naming the step. */
export async function step(what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    throw new Error(`The demonstration's ${what}: ${describe(cause)}`, { cause });
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!('details' in error)) return error.message;
  const { problems, message } = error.details as {
    problems?: { place: string; message: string; severity: string }[];
    message?: string;
  };
  const blocking = (problems ?? [])
    .filter((one) => one.severity === 'block')
    .map((one) => `${one.place} ${one.message}`);
  return [error.message, message, ...blocking].filter(Boolean).join('; ');
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
