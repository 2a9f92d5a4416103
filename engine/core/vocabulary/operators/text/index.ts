import type { Operator } from '../operator.ts';
import { at } from './at.ts';
import { cat } from './cat.ts';
import { checksum } from './checksum.ts';
import { length } from './length.ts';
import { trim, upper } from './letters.ts';
import { matches } from './matches.ts';
import { number } from './number.ts';
import { startsWith } from './starts-with.ts';
import { substr } from './substr.ts';

/** Text: its parts, its letters, what it looks like. */
export const text: readonly Operator[] = [
  cat,
  substr,
  at,
  number,
  length,
  upper,
  trim,
  startsWith,
  matches,
  checksum,
];
