import type { Json } from '#core/model/index.ts';
import type { EagerOperator } from '../operator.ts';

/** One list of all operands; lists among them are opened. */
export const merge: EagerOperator = {
  name: 'merge',
  arity: [1, 100],
  params: ['any'],
  returns: 'list',
  apply: (args, context) => {
    context.spend(args.reduce<number>((sum, part) => sum + (Array.isArray(part) ? part.length : 1), 0));
    const merged: Json[] = args.flat();
    return merged;
  },
};
