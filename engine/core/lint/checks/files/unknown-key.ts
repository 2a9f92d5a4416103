import type { Check } from '../../context.ts';
import { shapeFaults } from '../../meta.ts';

/** A key that the language does not have: misspelt, or in a place where it has no meaning. */
export const unknownKey: Check = {
  code: 'unknown-key',
  run: ({ loaded }) => shapeFaults(loaded).filter((fault) => fault.code === 'unknown-key'),
};
