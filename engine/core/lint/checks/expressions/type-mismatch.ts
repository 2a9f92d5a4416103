import type { Check } from '../../context.ts';
import { misfits } from '../../misfits.ts';

/** A rule compares values that cannot be compared, or computes with what is no number. */
export const typeMismatch: Check = {
  code: 'type-mismatch',
  run: (context) => misfits(context, 'type-mismatch'),
};
