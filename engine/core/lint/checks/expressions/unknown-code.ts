import type { Check } from '../../context.ts';
import { misfits } from '../../misfits.ts';

/** A rule compares a coded field with a code that its list does not have. */
export const unknownCode: Check = {
  code: 'unknown-code',
  run: (context) => misfits(context, 'unknown-code'),
};
