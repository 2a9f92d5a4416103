import { foldWidths, showsNothing } from '#core/text/index.ts';
import type { Format } from './format.ts';

/** The number of a certificate, a passport, a permit, whoever gave it: any text on one line, in one width. */
export const identifier: Format = {
  name: 'identifier',
  hint: 'A-2026/0815',
  test: (text) => !showsNothing(text) && !text.includes('\n'),
  read: (text) => foldWidths(text).replace(/\s+/g, ' ').trim(),
};
