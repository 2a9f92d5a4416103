import { asObject, segmentsOf, withValue } from '#core/json/index.ts';
import type { AnswerProblem, CompiledEdition, JsonObject } from '#core/model/index.ts';
import { openCase } from './open-case.ts';
import { validate } from './validate.ts';

type Registration = { id: string; form?: string; under: string; sections?: JsonObject };

/**
 * What the server would refuse of a registration of the demonstration; nothing where somebody is added by hand.
 * Evidence is never asked of a registration, and the organisation above is filled in from `under`.
 */
export function registrationProblems(
  edition: CompiledEdition,
  { id, form = '', under, sections = {} }: Registration,
): AnswerProblem[] {
  const account = edition.categories[form]?.definition.account;
  if (!account) return [];
  const whole = asObject(withValue(sections, segmentsOf(account.parent), under));
  const answers = { id, name: id, category: form, sections: whole, expects: {} };
  const { application, facts } = openCase(edition, answers, []);
  return validate(edition, application, facts).filter(
    ({ code, severity }) => severity === 'block' && !code.startsWith('evidence'),
  );
}
