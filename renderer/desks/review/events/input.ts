import { inputKey } from '#core/compile/index.ts';
import { compute } from '#core/evaluate/index.ts';
import { asObject, withValue } from '#core/json/index.ts';
import type { CompiledEdition, Facts, JsonObject, RuleData } from '#core/model/index.ts';

/** Facts for what is asked outside a case: the cycle and the hour, and nobody in particular. */
export function factsOutside(edition: CompiledEdition): Facts {
  const { cycle } = edition.definition.edition;
  return { applicant: {}, unit: {}, desks: {}, cycle, now: new Date().toISOString() };
}

/** What rules read outside a case. */
export const dataOutside = (facts: Facts): RuleData => ({
  application: {},
  applicant: facts.applicant,
  unit: facts.unit,
  desks: facts.desks,
  cycle: facts.cycle,
  now: facts.now,
});

/** What an event's input starts with. What cannot be computed is left for the person. */
export function inputPresets(
  edition: CompiledEdition,
  route: string,
  event: string,
  data: RuleData,
): JsonObject {
  let input: JsonObject = {};
  for (const field of edition.inputs[inputKey(route, event)]?.bySection.input?.fields ?? []) {
    if (!field.preset) continue;
    const value = compute(field.preset, { ...data, section: null }, [], () => ({
      at: field.path,
      what: 'preset',
    }));
    if (value !== null) input = asObject(withValue(input, field.segments, value));
  }
  return input;
}
