import type { Json } from '#core/model/index.ts';
import { isDateTime } from '../../calendar.ts';
import type { EagerOperator, OperatorContext } from '../operator.ts';
import { payText } from '../paying.ts';
import { RuleError } from '../rule-error.ts';
import { decimal, describe } from '../values.ts';

/** Steps of comparing two moments. */
const MOMENTS = 32;

/** Negative, zero or positive; NaN when a value is missing, which makes every comparison false. Throws RuleError. */
export function compare(
  a: Json | undefined,
  b: Json | undefined,
  operator: string,
  context: OperatorContext,
): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (a === null || b === null || a === undefined || b === undefined) return Number.NaN;
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b, context);
  const [left, right] = [decimal(a), decimal(b)];
  if (left === null || right === null)
    throw new RuleError(`"${operator}" cannot compare ${describe(a)} with ${describe(b)}`);
  return left - right;
}

/** ISO text sorts by its characters, except moments written with different offsets. */
function compareText(a: string, b: string, context: OperatorContext): number {
  if (a[10] === 'T' && b[10] === 'T') {
    context.spend(MOMENTS);
    if (isDateTime(a) && isDateTime(b)) return Date.parse(a) - Date.parse(b);
  }
  payText(a.length < b.length ? a : b, context);
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function comparison(name: string, test: (order: number) => boolean): EagerOperator {
  return {
    name,
    arity: [2, 3],
    params: ['any', 'any', 'any'],
    returns: 'boolean',
    apply: (args, context) =>
      test(compare(args[0], args[1], name, context)) &&
      (args.length < 3 || test(compare(args[1], args[2], name, context))),
    prepared: ([a, b, ...more], context) => {
      if (more.length > 0) return null;
      if (a === undefined) return (value) => test(compare(value, b, name, context));
      return (value) => test(compare(a, value, name, context));
    },
  };
}

/** `{ "<": [a, b] }`, also with three operands. */
export const less = comparison('<', (order) => order < 0);
/** `{ "<=": [a, b] }`, also with three operands. */
export const lessOrEqual = comparison('<=', (order) => order <= 0);
/** `{ ">": [a, b] }`, also with three operands. */
export const greater = comparison('>', (order) => order > 0);
/** `{ ">=": [a, b] }`, also with three operands. */
export const greaterOrEqual = comparison('>=', (order) => order >= 0);
