/** The door for browsers in which code may not be compiled: validators from a module that a server has written. */
import equal from 'ajv/dist/runtime/equal.js';
import ucs2length from 'ajv/dist/runtime/ucs2length.js';
import { formats } from '../vocabulary/index.ts';
import type { ValidatorPair, ValidatorSource } from './validators.ts';

/** The name under which a written module asks for the formats. */
export const formatsModule = 'shenbao/formats';

const runtime: Record<string, unknown> = {
  'ajv/dist/runtime/equal': { default: equal.default },
  'ajv/dist/runtime/ucs2length': { default: ucs2length.default },
  [formatsModule]: Object.fromEntries(
    Object.entries(formats).map(([name, format]) => [name, (text: string): boolean => format.test(text)]),
  ),
};

/** The `require` that a written module is called with. Throws for anything but the three parts that it may use. */
export function requireRuntime(name: string): unknown {
  const part = Object.hasOwn(runtime, name) ? runtime[name] : undefined;
  if (part === undefined) throw new Error(`Validators ask for '${name}', which is no part of their runtime`);
  return part;
}

/** Takes validators from a written module. Throws when an edition asks for one that the module does not have. */
export function moduleValidators(pairs: Record<string, ValidatorPair>): ValidatorSource {
  return (key) => {
    const pair = Object.hasOwn(pairs, key) ? pairs[key] : undefined;
    if (pair === undefined) throw new Error(`The validators' module has no '${key}': it was made from another edition`);
    return pair;
  };
}
