import type { Check } from '../../context.ts';
import { misfits } from '../../misfits.ts';

/** `use` gives an expression more or fewer parameters than it takes. */
export const wrongParameters: Check = {
  code: 'wrong-parameters',
  run: (context) => misfits(context, 'wrong-parameters'),
};
