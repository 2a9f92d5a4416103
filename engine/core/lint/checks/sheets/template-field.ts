import type { Check } from '../../context.ts';
import { templateFaults } from '../../templates/faults.ts';

/** A template that prints a field that does not exist or is not on this sheet. */
export const templateField: Check = {
  code: 'template-field',
  run: (context) => templateFaults(context, 'template-field'),
};
