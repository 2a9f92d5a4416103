import type { Trace } from '#core/compile/index.ts';
import { explain } from '#core/evaluate/index.ts';
import type { Application, CompiledCategory, CompiledEdition, Facts } from '#core/model/index.ts';
import { locateField } from './fieldLocation.ts';
import type { Reason } from './live.ts';

/** Why a field is asked for, hidden, locked or computed, in sentences. A chunk of its own: most people never ask. */
export function reasonsOf(
  edition: CompiledEdition,
  category: CompiledCategory,
  application: Application,
  facts: Facts,
  path: string,
): Reason[] {
  const explanation = explain(edition, application, facts, path);
  const effects = ['required', 'visible', 'readOnly', 'derived'] as const;
  return effects.flatMap((effect) => {
    const reason = explanation[effect];
    if (!reason) return [];
    const { sentence, trace, source } = reason;
    return [{ effect, sentence, found: readings(trace, category, edition, path), source }];
  });
}

/** Every answer that the rule has read, once each, with its title on the form. */
function readings(
  trace: Trace,
  category: CompiledCategory,
  edition: CompiledEdition,
  path: string,
): Reason['found'] {
  const found = new Map<string, Reason['found'][number]>();
  const walk = (step: Trace): void => {
    const place = step.path === undefined ? null : locateField(step.path, category, edition, path);
    if (place) found.set(place.title, { place: place.title, value: step.value, schema: place.schema });
    step.args.forEach(walk);
  };
  walk(trace);
  return [...found.values()];
}
