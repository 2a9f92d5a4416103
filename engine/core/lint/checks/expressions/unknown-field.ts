import type { Check } from '../../context.ts';
import { misfits } from '../../misfits.ts';

/** A rule reads something that does not exist. */
export const unknownField: Check = {
  code: 'unknown-field',
  run: (context) => misfits(context, 'unknown-field'),
};
