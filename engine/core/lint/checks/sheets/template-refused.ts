import type { Check } from '../../context.ts';
import { templateFaults } from '../../templates/faults.ts';

/** A template that says more than the language allows: raw output, partials, unknown helpers. */
export const templateRefused: Check = {
  code: 'template-refused',
  run: (context) => templateFaults(context, 'template-refused'),
};
