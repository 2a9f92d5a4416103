import type { Check } from '../../context.ts';
import { shapeFaults } from '../../meta.ts';

/** A value of the right type that the language does not know there. */
export const wrongValue: Check = {
  code: 'wrong-value',
  run: (context) => shapeFaults(context).filter((fault) => fault.code === 'wrong-value'),
};
