import type { Json } from '#core/model/index.ts';
import type { EagerOperator } from '../operator.ts';
import { payText } from '../paying.ts';
import { RuleError } from '../rule-error.ts';
import { boundedText, describe } from '../values.ts';

/** Joins texts, numbers and truth values; what is missing adds nothing. */
export const cat: EagerOperator = {
  name: 'cat',
  arity: [1, 100],
  params: ['any'],
  returns: 'text',
  steps: 2,
  apply: (args, context) => {
    const text = boundedText(args.map(written).join(''), 'cat');
    payText(text, context);
    return text;
  },
};

function written(value: Json): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') throw new RuleError(`"cat" cannot join ${describe(value)}`);
  return String(value);
}
