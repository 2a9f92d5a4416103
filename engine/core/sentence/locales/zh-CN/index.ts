import { durations } from './durations.ts';
import { effects } from './effects.ts';
import { marks } from './marks.ts';
import { names } from './names.ts';
import { phrases } from './phrases.ts';
import { reading } from './reading.ts';
import { statements } from './statements.ts';

/** In Chinese. */
export const zhCN = { durations, effects, marks, names, phrases, reading, statements };
