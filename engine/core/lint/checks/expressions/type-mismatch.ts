import type { Check } from '../../context.ts';
import { misfits } from '../../misfits.ts';

/** A rule compares or reckons with what cannot be compared or reckoned with. */
export const typeMismatch: Check = {
  code: 'type-mismatch',
  run: (context) => misfits(context, 'type-mismatch'),
};
