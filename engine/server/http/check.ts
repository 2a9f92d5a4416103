import { Ajv, type ValidateFunction } from 'ajv';
import type { JsonObject } from '#core/model/index.ts';
import { Failure } from '#server/services/ground/index.ts';

const ajv = new Ajv({
  strict: true,
  strictTypes: false,
  allErrors: false,
  ownProperties: true,
  $data: false,
});

/** Compiles a check of one part of a request; what does not fit is refused without a word on why: no honest page sends it. */
export function checker(schema: JsonObject | undefined): (value: unknown) => void {
  const fits: ValidateFunction = ajv.compile(schema ?? { type: 'object', maxProperties: 0 });
  return (value) => {
    if (fits(value) !== true) throw new Failure('invalid', 'bad-request');
  };
}
