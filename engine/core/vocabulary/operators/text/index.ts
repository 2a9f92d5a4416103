import type { Operator } from '../operator.ts';
import { cat } from './cat.ts';
import { checksum } from './checksum.ts';
import { length } from './length.ts';
import { trim, upper } from './letters.ts';
import { matches } from './matches.ts';
import { startsWith } from './starts-with.ts';
import { substr } from './substr.ts';

/** Text: its parts, its letters, what it looks like. */
export const text: readonly Operator[] = [cat, substr, length, upper, trim, startsWith, matches, checksum];
