import { foldWidths } from '#core/text/index.ts';
import type { Format } from './format.ts';

/** A telephone number as people write it: digits with spaces, hyphens, brackets, a country code, an extension. */
export const phone: Format = {
  name: 'phone',
  hint: '+86 10 6000 0000',
  test: (text) => text.length <= 30 && /^\+?[0-9(][0-9 ()-]*[0-9]$/.test(text) && enoughDigits(text),
  read: (text) =>
    foldWidths(text)
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/\s+/g, ' ')
      .trim(),
};

function enoughDigits(text: string): boolean {
  const digits = text.replace(/[^0-9]/g, '').length;
  return digits >= 5 && digits <= 20;
}
