import type { EagerOperator } from '../operator.ts';
import { toText } from '../values.ts';

function change(name: string, made: (text: string) => string): EagerOperator {
  return {
    name,
    arity: [1, 1],
    params: ['text'],
    returns: 'text',
    apply: ([value]) => {
      const text = toText(value, name);
      return text === null ? null : made(text);
    },
  };
}

/** `{ "upper": text }` in capital letters. */
export const upper = change('upper', (text) => text.toUpperCase());
/** `{ "trim": text }` without blanks at either end. */
export const trim = change('trim', (text) => text.trim());
