import type { Json } from '#core/model/index.ts';
import type { EagerOperator, OperatorContext } from '../operator.ts';
import { same } from '../paying.ts';
import { decimal } from '../values.ts';

type Test = (a: Json | undefined, b: Json | undefined, context: OperatorContext) => boolean;

function equality(name: string, test: Test): EagerOperator {
  return {
    name,
    arity: [2, 2],
    params: ['any', 'any'],
    returns: 'boolean',
    apply: (args, context) => test(args[0], args[1], context),
  };
}

/** Same value, or a number and the text that writes it. No other conversion. */
function alike(a: Json | undefined, b: Json | undefined, context: OperatorContext): boolean {
  if (typeof a === typeof b) return same(a, b, context);
  if (typeof a === 'number' && typeof b === 'string') return decimal(b) === a;
  if (typeof a === 'string' && typeof b === 'number') return decimal(a) === b;
  return same(a, b, context);
}

/** `{ "==": [a, b] }`: a number also equals the text that writes it. */
export const equal = equality('==', alike);
/** `{ "!=": [a, b] }`: where `==` does not hold. */
export const unequal = equality('!=', (...args) => !alike(...args));
/** `{ "===": [a, b] }`: the same type and content. */
export const strictEqual = equality('===', same);
/** `{ "!==": [a, b] }`: where `===` does not hold. */
export const strictUnequal = equality('!==', (...args) => !same(...args));
