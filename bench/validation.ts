import { ajvFor } from '#core/compile/ajv.ts';
import { evaluate } from '#core/evaluate/index.ts';
import type { Application, CompiledEdition, Facts } from '#core/model/index.ts';
import { validate } from '#core/validate/index.ts';
import { type Measured, measure } from './measure.ts';

/** What was measured, and of how many rules and problems. */
export type Validation = Measured & { rules: number; problems: number };

/** Copies of the answers that take turns: nobody validates the same objects again and again. */
const COPIES = 64;

/** Validates with the engine and with bare Ajv (the same schemas, the same answers as the rules leave them). */
export function compareValidation(
  edition: CompiledEdition,
  application: Application,
  facts: Facts,
): Validation {
  const category = edition.categories[application.category];
  if (category === undefined) throw new Error(`No category ${application.category}`);
  const problems = validate(edition, application, facts);
  const ajv = ajvFor(problems.length > 0);
  const copies = Array.from({ length: COPIES }, () => structuredClone(application));
  const values = copies.map((copy) => structuredClone(evaluate(edition, copy, facts).values));
  const shown = category.sections.filter((section) => values[0]?.[section.id] !== undefined);
  const bare = shown.map((section) => ({ accepts: ajv.compile(section.schema), id: section.id }));
  let [turn, turnOfPeer] = [0, 0];
  const measured = measure(
    () => {
      turn = (turn + 1) % COPIES;
      return validate(edition, copies[turn] ?? application, facts);
    },
    () => {
      turnOfPeer = (turnOfPeer + 1) % COPIES;
      for (const { accepts, id } of bare) accepts(values[turnOfPeer]?.[id]);
    },
  );
  const rules = category.sections.reduce((sum, section) => sum + section.rules.length, category.rules.length);
  return { ...measured, rules, problems: problems.length };
}
