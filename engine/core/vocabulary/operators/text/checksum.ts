import { checksumFault, checksumNames, checksumTest } from '../../checksums.ts';
import type { EagerOperator } from '../operator.ts';
import { RuleError } from '../rule-error.ts';
import { toText } from '../values.ts';

/**
 * `{ "checksum": ["mod11-2", text] }`: is the check character right? A missing text is not. A weighted sum has its
 * weights, the modulus and, where there are, the check characters by remainder behind the text.
 */
export const checksum: EagerOperator = {
  name: 'checksum',
  arity: [2, 5],
  params: ['name', 'text', 'list', 'number', 'text'],
  returns: 'boolean',
  steps: 4,
  apply: ([name, value, ...more], context) => {
    if (typeof name !== 'string' || checksumFault(name, more) !== null)
      throw new RuleError(`"checksum" knows ${checksumNames.join(', ')}`);
    const text = toText(value, 'checksum');
    if (text === null) return false;
    // Each character is reckoned with.
    context.spend(text.length);
    return checksumTest(name, more)(text);
  },
};
