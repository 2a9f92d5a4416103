/**
 * The entry for browsers in which code may not be compiled: validators come from a module that a server has written.
 */
import equal from 'ajv/dist/runtime/equal.js';
import ucs2length from 'ajv/dist/runtime/ucs2length.js';
import { isMultipleOf } from '#core/json/index.ts';
import type { Validator } from '#core/model/index.ts';
import { formats } from '#core/vocabulary/index.ts';
import type { ValidatorPair, ValidatorSource } from './validators.ts';

/** The name under which a written module asks for the formats. */
export const formatsModule = 'shenbao/formats';
/** The name under which it asks whether a number is a multiple of another. */
export const multiplesModule = 'shenbao/multiples';

const runtime: Record<string, unknown> = {
  'ajv/dist/runtime/equal': asModule(equal),
  'ajv/dist/runtime/ucs2length': asModule(ucs2length),
  [multiplesModule]: { default: isMultipleOf },
  [formatsModule]: Object.fromEntries(
    Object.entries(formats).map(([name, format]) => [name, (text: string): boolean => format.test(text)]),
  ),
};

/** CommonJS as a written module expects it, whether or not the bundler has unwrapped its `default`. */
function asModule(imported: object): object {
  return 'default' in imported ? imported : { default: imported };
}

/** The `require` that a written module is called with. Throws for anything but the four parts that it may use. */
export function requireRuntime(name: string): unknown {
  const part = Object.hasOwn(runtime, name) ? runtime[name] : undefined;
  if (part === undefined) throw new Error(`Validators ask for '${name}', which is no part of their runtime`);
  return part;
}

/**
 * Takes validators from a written module, which may hold one category of many. One that it does not hold throws when
 * somebody validates with it.
 */
export function moduleValidators(pairs: Record<string, ValidatorPair>): ValidatorSource {
  return (_schema, name) => {
    const key = name();
    return (Object.hasOwn(pairs, key) ? pairs[key] : undefined) ?? absent(key);
  };
}

function absent(key: string): ValidatorPair {
  const refuse: Validator = () => {
    throw new Error(`The validators' module has no '${key}': it was made from another edition or category`);
  };
  return { accepts: refuse, explains: refuse };
}
