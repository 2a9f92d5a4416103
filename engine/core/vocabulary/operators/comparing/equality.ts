import type { Json } from '#core/model/index.ts';
import type { EagerOperator, OperatorContext } from '../operator.ts';
import { isFree, same } from '../paying.ts';
import { decimal } from '../values.ts';

type Test = (a: Json | undefined, b: Json | undefined, context: OperatorContext) => boolean;

function equality(name: string, test: Test, holds: boolean, isLoose: boolean): EagerOperator {
  return {
    name,
    arity: [2, 2],
    params: ['any', 'any'],
    returns: 'boolean',
    apply: (args, context) => test(args[0], args[1], context) === holds,
    prepared: ([a, b]) => comparedWith((a === undefined ? b : a) ?? null, holds, isLoose),
  };
}

/** The comparison with what is written out: short text, a number, a truth value or null. */
function comparedWith(known: Json, holds: boolean, isLoose: boolean): ((value: Json) => Json) | null {
  if (typeof known === 'string') {
    if (!isFree(known)) return null;
    const number = isLoose ? decimal(known) : null;
    return (value) => (value === known || (typeof value === 'number' && value === number)) === holds;
  }
  if (typeof known === 'object' && known !== null) return null;
  if (typeof known !== 'number' || !isLoose) return (value) => (value === known) === holds;
  return (value) => (value === known || (typeof value === 'string' && decimal(value) === known)) === holds;
}

/** Same value, or a number and the text that writes it. No other conversion. */
function alike(a: Json | undefined, b: Json | undefined, context: OperatorContext): boolean {
  if (typeof a === typeof b) return same(a, b, context);
  if (typeof a === 'number' && typeof b === 'string') return decimal(b) === a;
  if (typeof a === 'string' && typeof b === 'number') return decimal(a) === b;
  return same(a, b, context);
}

/** `{ "==": [a, b] }`: a number also equals the text that writes it. */
export const equal = equality('==', alike, true, true);
/** `{ "!=": [a, b] }`: where `==` does not hold. */
export const unequal = equality('!=', alike, false, true);
/** `{ "===": [a, b] }`: the same type and content. */
export const strictEqual = equality('===', same, true, false);
/** `{ "!==": [a, b] }`: where `===` does not hold. */
export const strictUnequal = equality('!==', same, false, false);
