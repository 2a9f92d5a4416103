import type { Check } from '../../context.ts';
import { shapeFaults } from '../../meta.ts';

/** A key without which the object says nothing. */
export const missingKey: Check = {
  code: 'missing-key',
  run: ({ loaded }) => shapeFaults(loaded).filter((fault) => fault.code === 'missing-key'),
};
