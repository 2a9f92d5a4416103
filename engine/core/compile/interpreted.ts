import { compileSchema, type InterpretedSchema } from '#core/json-schema/index.ts';
import type { Json, JsonObject, Validator } from '#core/model/index.ts';
import { formats } from '#core/vocabulary/index.ts';
import type { ValidatorSource } from './validators.ts';

/**
 * Validators that interpret their schema: the same verdicts and errors as Ajv's, in the same order, where no code may be
 * compiled. A section's schema is read when it is first asked.
 */
export function interpretedValidators(): ValidatorSource {
  return (schema) => {
    const interpreted = lazily(schema);
    const explains: Validator = (data) => {
      const errors = interpreted().errorsOf(data as Json);
      explains.errors = errors.length === 0 ? null : errors;
      return errors.length === 0;
    };
    return { accepts: (data) => interpreted().accepts(data as Json), explains };
  };
}

function lazily(schema: JsonObject): () => InterpretedSchema {
  let made: InterpretedSchema | undefined;
  return () => {
    made ??= compileSchema(schema, { formats });
    return made;
  };
}
