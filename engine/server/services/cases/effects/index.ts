/** What a route may ask of the world: for each effect of the language, who carries it out. */
import type { Effect, JsonObject } from '#core/model/index.ts';
import type { EffectName } from '#core/vocabulary/index.ts';
import { activate, deactivate, release } from './account.ts';
import { ban, liftBan } from './ban.ts';
import { clear } from './clear.ts';
import type { EffectHandler, EffectWork } from './effect.ts';
import { erase } from './erase.ts';
import { strike, unstrike } from './strike.ts';
import { write } from './write.ts';

export type { EffectWork } from './effect.ts';

const handlers: Record<EffectName, EffectHandler> = {
  write,
  clear,
  strike,
  unstrike,
  erase,
  ban,
  liftBan,
  activate,
  deactivate,
  release,
};

const byName = new Map<string, EffectHandler>(Object.entries(handlers));

/** Carries out the effects of a step in their order, in its transaction. Throws for a type that nobody carries out. */
export async function carryOut(
  work: EffectWork,
  effects: Effect[],
): Promise<{ erased: boolean; trail: JsonObject; personal?: JsonObject }> {
  let erased = false;
  let trail: JsonObject = {};
  let personal: JsonObject | undefined;
  for (const { type, params } of effects) {
    const handler = byName.get(type);
    if (!handler)
      throw new Error(`Route "${work.loaded.record.route}", event "${work.event}": no effect "${type}"`);
    const outcome = await handler(work, params);
    erased = outcome?.erased === true || erased;
    trail = { ...trail, ...outcome?.trail };
    if (outcome?.personal) personal = { ...personal, ...outcome.personal };
  }
  return { erased, trail, ...(personal && { personal }) };
}
