import type { EagerOperator } from '../operator.ts';
import { payText } from '../paying.ts';
import { toText } from '../values.ts';

/** `{ "startsWith": [text, start] }`. */
export const startsWith: EagerOperator = {
  name: 'startsWith',
  arity: [2, 2],
  params: ['text', 'text'],
  returns: 'boolean',
  apply: ([value, prefix], context) => {
    const [text, start] = [toText(value, 'startsWith'), toText(prefix, 'startsWith')];
    if (text === null || start === null) return false;
    payText(start, context);
    return text.startsWith(start);
  },
};
