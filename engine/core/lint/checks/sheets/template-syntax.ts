import type { Check } from '../../context.ts';
import { templateFaults } from '../../templates/faults.ts';

/** A template that Handlebars cannot read. */
export const templateSyntax: Check = {
  code: 'template-syntax',
  run: (context) => templateFaults(context, 'template-syntax'),
};
