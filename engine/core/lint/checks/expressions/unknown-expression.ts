import type { Check } from '../../context.ts';
import { misfits } from '../../misfits.ts';

/** `use` names an expression that is not there. */
export const unknownExpression: Check = {
  code: 'unknown-expression',
  run: (context) => misfits(context, 'unknown-expression'),
};
