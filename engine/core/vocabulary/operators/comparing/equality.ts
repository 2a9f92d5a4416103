import type { Json } from '#core/model/index.ts';
import type { EagerOperator } from '../operator.ts';
import { decimal, same } from '../values.ts';

function equality(name: string, test: (a: Json | undefined, b: Json | undefined) => boolean): EagerOperator {
  return {
    name,
    arity: [2, 2],
    params: ['any', 'any'],
    returns: 'boolean',
    apply: (args) => test(args[0], args[1]),
  };
}

/** Same value, or a number and the text that writes it. No other conversion. */
function alike(a: Json | undefined, b: Json | undefined): boolean {
  if (typeof a === typeof b) return same(a, b);
  if (typeof a === 'number' && typeof b === 'string') return decimal(b) === a;
  if (typeof a === 'string' && typeof b === 'number') return decimal(a) === b;
  return same(a, b);
}

/** `{ "==": [a, b] }`: a number also equals the text that writes it. */
export const equal = equality('==', alike);
/** `{ "!=": [a, b] }`: where `==` does not hold. */
export const unequal = equality('!=', (a, b) => !alike(a, b));
/** `{ "===": [a, b] }`: the same type and content. */
export const strictEqual = equality('===', same);
/** `{ "!==": [a, b] }`: where `===` does not hold. */
export const strictUnequal = equality('!==', (a, b) => !same(a, b));
