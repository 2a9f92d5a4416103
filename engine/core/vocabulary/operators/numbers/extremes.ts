import { operands } from '../lists/elements.ts';
import type { EagerOperator } from '../operator.ts';
import { toNumber } from '../values.ts';

/** Of the operands, or of one list; null of nothing. */
function extreme(name: string, better: (a: number, b: number) => number): EagerOperator {
  return {
    name,
    arity: [1, 100],
    params: ['any'],
    returns: 'number',
    apply: (args, context) => {
      let best: number | null = null;
      for (const value of operands(args, name, context)) {
        const number = toNumber(value, name);
        best = best === null ? number : better(best, number);
      }
      return best;
    },
  };
}

/** The least of the operands, or of a list's elements. */
export const min = extreme('min', Math.min);
/** The greatest of the operands, or of a list's elements. */
export const max = extreme('max', Math.max);
