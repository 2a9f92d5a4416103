import type { SentenceWords } from '../words.ts';
import { marks } from './marks.ts';
import { names } from './names.ts';
import { phrases } from './phrases.ts';
import { reading } from './reading.ts';
import { statements } from './statements.ts';

/** In English. */
export const en: SentenceWords = { marks, names, phrases, reading, statements };
