import type { Json } from '#core/model/index.ts';
import type { EagerOperator, OperatorContext } from '../operator.ts';
import { isFree, payText, same } from '../paying.ts';
import { RuleError } from '../rule-error.ts';
import { describe } from '../values.ts';

/** Characters that a search compares in a step, at worst. */
const AT_ONCE = 1024;

/** Text in text, value in list; nothing is in what is missing. */
export const inOperator: EagerOperator = {
  name: 'in',
  arity: [2, 2],
  params: ['any', 'any'],
  returns: 'boolean',
  apply: ([needle, hay], context) => {
    if (hay === null || hay === undefined) return false;
    if (Array.isArray(hay)) {
      context.spend(hay.length);
      return hay.some((value) => same(value, needle, context));
    }
    if (typeof hay !== 'string') throw new RuleError(`"in" needs a list or text, not ${describe(hay)}`);
    if (needle === null || needle === undefined) return false;
    if (typeof needle !== 'string')
      throw new RuleError(`"in" looks for text in text, not ${describe(needle)}`);
    payText(hay, context);
    // A part of the text may be begun at each of its characters.
    payText(needle, context);
    context.spend(Math.floor((hay.length * needle.length) / AT_ONCE));
    return hay.includes(needle);
  },
  prepared: ([, hay], context) => amongTexts(hay, context),
};

/** The search in a list of short texts that is written out. */
function amongTexts(hay: Json | undefined, context: OperatorContext): ((value: Json) => Json) | null {
  if (!Array.isArray(hay) || !hay.every((one) => typeof one === 'string' && isFree(one))) return null;
  return (value) => {
    context.spend(hay.length);
    return hay.includes(value);
  };
}
