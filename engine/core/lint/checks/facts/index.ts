import type { Check } from '../../context.ts';
import { factOutOfBounds } from './fact-out-of-bounds.ts';
import { misfitFact } from './misfit-fact.ts';
import { sharedFact } from './shared-fact.ts';
import { unknownFact } from './unknown-fact.ts';
import { unnamedNumber } from './unnamed-number.ts';
import { unusedFact } from './unused-fact.ts';

/** Facts that limits, rules and texts name. One check a file, one line here. */
export const facts: Check[] = [
  unknownFact,
  misfitFact,
  factOutOfBounds,
  unusedFact,
  sharedFact,
  unnamedNumber,
];
