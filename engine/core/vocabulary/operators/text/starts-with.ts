import type { EagerOperator } from '../operator.ts';
import { toText } from '../values.ts';

/** `{ "startsWith": [text, start] }`. */
export const startsWith: EagerOperator = {
  name: 'startsWith',
  arity: [2, 2],
  params: ['text', 'text'],
  returns: 'boolean',
  apply: ([value, prefix]) => {
    const [text, start] = [toText(value, 'startsWith'), toText(prefix, 'startsWith')];
    return text !== null && start !== null && text.startsWith(start);
  },
};
