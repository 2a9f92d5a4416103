import { Ajv } from 'ajv';
import type { Static, TSchema } from 'typebox';
import { Failure } from '#server/services/ground/index.ts';

const ajv = new Ajv({
  strict: true,
  strictTypes: false,
  allErrors: false,
  ownProperties: true,
  $data: false,
});

/**
 * Compiles a check of one part of a request; what does not fit is refused without a reason: our own pages never send
 * it.
 */
export function checker<S extends TSchema>(schema: TSchema): (value: unknown) => Static<S> {
  const fits = ajv.compile<Static<S>>(schema);
  return (value) => {
    if (!fits(value)) throw new Failure('invalid', 'bad-request');
    return value;
  };
}
