/** The entry for programs that may compile code at run time. A browser under a strict policy uses `module.ts`. */
import { _, Ajv, type Options } from 'ajv';
import { isMultipleOf } from '#core/json/index.ts';
import type { Validator } from '#core/model/index.ts';
import { formats } from '#core/vocabulary/index.ts';
import { multiplesModule } from './module.ts';
import type { ValidatorSource } from './validators.ts';

/** How both passes are compiled; `allErrors` tells them apart. */
export function ajvFor(allErrors: boolean, options: Options = {}): Ajv {
  const ajv = new Ajv({
    strict: true,
    allErrors,
    $data: false,
    ownProperties: true,
    // The schemas are the engine's own projection; what people write has been held to the meta-schema before.
    meta: false,
    validateSchema: false,
    addUsedSchema: false,
    // The check of a grid's row is written once and called from every item: grids would be megabytes otherwise.
    inlineRefs: false,
    ...options,
  });
  for (const [name, format] of Object.entries(formats))
    ajv.addFormat(name, (text: string) => format.test(text));
  return withExactMultiples(ajv);
}

/** Ajv divides binary fractions, by which 0.07 is no multiple of 0.01. */
function withExactMultiples(ajv: Ajv): Ajv {
  return ajv.removeKeyword('multipleOf').addKeyword({
    keyword: 'multipleOf',
    type: 'number',
    schemaType: 'number',
    error: { message: 'must be a multiple', params: ({ schemaCode }) => _`{multipleOf: ${schemaCode}}` },
    code: (context) => {
      const test = context.gen.scopeValue('func', {
        ref: isMultipleOf,
        code: _`require(${multiplesModule}).default`,
      });
      context.fail(_`!${test}(${context.data}, ${context.schemaCode})`);
    },
  });
}

/**
 * Validators made by Ajv, each when it is first needed: most documents never need the second pass, and who starts a
 * server does not wait for the forms that nobody opens yet.
 */
export function ajvValidators(): ValidatorSource {
  const first = ajvFor(false);
  const second = ajvFor(true);
  return (schema) => ({
    accepts: lazily(() => first.compile(schema) as Validator),
    explains: lazily(() => second.compile(schema) as Validator),
  });
}

function lazily(make: () => Validator): Validator {
  let made: Validator | undefined;
  const validator: Validator = (data) => {
    made ??= make();
    if (made(data)) return true;
    validator.errors = made.errors ?? null;
    return false;
  };
  return validator;
}
