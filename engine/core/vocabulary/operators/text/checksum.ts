import { checksums } from '../../checksums.ts';
import type { EagerOperator } from '../operator.ts';
import { RuleError } from '../rule-error.ts';
import { toText } from '../values.ts';

/** `{ "checksum": ["mod11-2", text] }`: is the check character right? A missing text is not. */
export const checksum: EagerOperator = {
  name: 'checksum',
  arity: [2, 2],
  params: ['name', 'text'],
  returns: 'boolean',
  steps: 4,
  apply: ([name, value], context) => {
    const test = typeof name === 'string' ? checksums.get(name) : undefined;
    if (!test) throw new RuleError(`"checksum" knows ${[...checksums.keys()].join(', ')}`);
    const text = toText(value, 'checksum');
    if (text === null) return false;
    // Each character is reckoned with.
    context.spend(text.length);
    return test(text);
  },
};
