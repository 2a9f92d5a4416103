import type { Check } from '../../context.ts';
import { shapeFaults } from '../../meta.ts';

/** A missing key without which the object has no meaning. */
export const missingKey: Check = {
  code: 'missing-key',
  run: (context) => shapeFaults(context).filter((fault) => fault.code === 'missing-key'),
};
