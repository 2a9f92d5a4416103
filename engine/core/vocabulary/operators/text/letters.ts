import type { EagerOperator } from '../operator.ts';
import { payText } from '../paying.ts';
import { boundedText, toText } from '../values.ts';

function change(name: string, made: (text: string) => string): EagerOperator {
  return {
    name,
    arity: [1, 1],
    params: ['text'],
    returns: 'text',
    apply: ([value], context) => {
      const text = toText(value, name);
      if (text === null) return null;
      payText(text, context);
      return boundedText(made(text), name);
    },
  };
}

/** `{ "upper": text }` in capital letters. */
export const upper = change('upper', (text) => text.toUpperCase());
/** `{ "trim": text }` without blanks at either end. */
export const trim = change('trim', (text) => text.trim());
