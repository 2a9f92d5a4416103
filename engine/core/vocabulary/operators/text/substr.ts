import type { EagerOperator } from '../operator.ts';
import { toInteger, toText } from '../values.ts';

/** `{ "substr": [text, start, length] }`; a negative start counts from the end, a negative length leaves so many off. */
export const substr: EagerOperator = {
  name: 'substr',
  arity: [2, 3],
  params: ['text', 'number', 'number'],
  returns: 'text',
  apply: (args) => {
    const text = toText(args[0], 'substr');
    if (text === null) return null;
    const characters = [...text];
    const start = toInteger(args[1], 'substr');
    const rest = characters.slice(start);
    if (args.length < 3) return rest.join('');
    return rest.slice(0, toInteger(args[2], 'substr')).join('');
  },
};
