import { foldWidths } from '#core/text/index.ts';
import type { Format } from './format.ts';

/** Six digits. */
export const postcodeCn: Format = {
  name: 'postcode-cn',
  hint: '100000',
  test: (text) => /^[0-9]{6}$/.test(text),
  read: (text) => foldWidths(text).replace(/\s/g, ''),
};
