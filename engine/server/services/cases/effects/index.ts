/** What a route may ask of the world. One effect a file, one line here. */
import type { Effect } from '#core/model/index.ts';
import { activate, deactivate, release } from './account.ts';
import { bar, liftBar } from './bar.ts';
import type { EffectHandler, EffectWork } from './effect.ts';
import { erase } from './erase.ts';
import { strike, unstrike } from './strike.ts';
import { write } from './write.ts';

export type { EffectWork } from './effect.ts';

const HANDLERS: EffectHandler[] = [
  write,
  erase,
  bar,
  liftBar,
  strike,
  unstrike,
  activate,
  deactivate,
  release,
];

/** Carries out the effects of a step in their order, in its transaction. Throws for a type that nobody carries out. */
export async function carryOut(work: EffectWork, effects: Effect[]): Promise<{ erased: boolean }> {
  let erased = false;
  for (const { type, params } of effects) {
    const handler = HANDLERS.find((one) => one.type === type);
    if (!handler)
      throw new Error(`Route "${work.loaded.record.route}", event "${work.event}": no effect "${type}"`);
    erased = (await handler.run(work, params))?.erased === true || erased;
  }
  return { erased };
}
