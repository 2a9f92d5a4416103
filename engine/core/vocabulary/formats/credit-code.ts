import { foldWidths } from '#core/text/index.ts';
import { mod31_3 } from '../checksums.ts';
import type { Format } from './format.ts';

/** GB 32100: 18 letters and digits, the last one checks the others. */
export const creditCode: Format = {
  name: 'credit-code',
  hint: '91350100M000100Y43',
  test: (text) => text.length === 18 && mod31_3(text),
  read: (text) => foldWidths(text).replace(/[\s-]/g, '').toUpperCase(),
};
