import type { Check } from '../../context.ts';
import { templateFaults } from '../../templates/faults.ts';

/** A template that uses what the language does not have: raw output, partials, unknown helpers. */
export const templateRefused: Check = {
  code: 'template-refused',
  run: (context) => templateFaults(context, 'template-refused'),
};
