import type { Json } from '#core/model/index.ts';
import type { EagerOperator } from '../operator.ts';

/** One list of all operands; lists among them are opened. */
export const merge: EagerOperator = {
  name: 'merge',
  arity: [1, 100],
  params: ['any'],
  returns: 'list',
  apply: (args, context) => {
    const merged: Json[] = args.flat();
    context.spend(merged.length);
    return merged;
  },
};
