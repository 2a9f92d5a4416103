import type { JsonObject, Validator } from '#core/model/index.ts';

/** The two passes over one schema: the first stops at the first error, the second finds every one. */
type ValidatorPair = { accepts: Validator; explains: Validator };

/**
 * Where validators come from: Ajv on a server, the interpreter in a browser. Their name takes long to make, so that only
 * those make it who have to name one.
 */
export type ValidatorSource = (schema: JsonObject, name: () => string) => ValidatorPair;

/** For editions that are only read or evaluated: their validators throw when somebody validates after all. */
export const noValidators: ValidatorSource = (_schema, name) => {
  const refuse: Validator = () => {
    throw new Error(`Validator '${name()}' was asked for, but the edition was compiled without validators`);
  };
  return { accepts: refuse, explains: refuse };
};
