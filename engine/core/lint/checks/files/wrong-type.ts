import type { Check } from '../../context.ts';
import { shapeFaults } from '../../meta.ts';

/** A text where a list belongs, and the like. */
export const wrongType: Check = {
  code: 'wrong-type',
  run: (context) => shapeFaults(context).filter((fault) => fault.code === 'wrong-type'),
};
