import type { Check } from '../../context.ts';
import { templateFaults } from '../../templates/faults.ts';

/** A template that prints what is not there, or not on this sheet. */
export const templateField: Check = {
  code: 'template-field',
  run: (context) => templateFaults(context, 'template-field'),
};
