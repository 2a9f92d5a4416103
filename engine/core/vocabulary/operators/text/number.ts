import { readNumber } from '../../numbers.ts';
import type { EagerOperator } from '../operator.ts';
import { payText } from '../paying.ts';
import { toText } from '../values.ts';

/** `{ "number": text }`: the number that a text writes, as people write numbers; null where it writes none. */
export const number: EagerOperator = {
  name: 'number',
  arity: [1, 1],
  params: ['any'],
  returns: 'number',
  steps: 12,
  apply: ([value], context) => {
    if (typeof value === 'number') return value;
    const text = toText(value, 'number');
    if (text === null) return null;
    payText(text, context);
    return readNumber(text);
  },
};
