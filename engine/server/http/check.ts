import { Ajv } from 'ajv';
import type { Static, TSchema } from 'typebox';
import { Failure } from '#server/services/ground/index.ts';
import { cleaner } from './clean.ts';

const ajv = new Ajv({
  strict: true,
  strictTypes: false,
  allErrors: false,
  ownProperties: true,
  $data: false,
});

/**
 * Compiles a check of one part of a request, and gives the part with its texts cleaned. What does not fit is refused
 * without a reason: our own pages never send it.
 */
export function checker<S extends TSchema>(schema: TSchema): (value: unknown) => Static<S> {
  const fits = ajv.compile<Static<S>>(schema);
  const clean = cleaner(schema);
  return (value) => {
    const cleaned = clean(value);
    if (!fits(cleaned)) throw new Failure('invalid', 'bad-request');
    return cleaned;
  };
}
