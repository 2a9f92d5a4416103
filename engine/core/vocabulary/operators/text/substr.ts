import type { EagerOperator } from '../operator.ts';
import { toInteger, toText } from '../values.ts';
import { charactersOf } from './characters.ts';

/** `{ "substr": [text, start, length] }`; a negative start counts from the end, a negative length leaves so many off. */
export const substr: EagerOperator = {
  name: 'substr',
  arity: [2, 3],
  params: ['text', 'number', 'number'],
  returns: 'text',
  apply: (args, context) => {
    const text = toText(args[0], 'substr');
    if (text === null) return null;
    const characters = charactersOf(text, context);
    const start = toInteger(args[1], 'substr');
    const rest = characters.slice(start);
    return joined(args.length < 3 ? rest : rest.slice(0, toInteger(args[2], 'substr')));
  },
};

function joined(characters: string | string[]): string {
  return typeof characters === 'string' ? characters : characters.join('');
}
