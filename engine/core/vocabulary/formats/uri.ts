import { foldWidths } from '#core/text/index.ts';
import type { Format } from './format.ts';

/** The address of a page, with its scheme: what else a link may do (`javascript:`, `data:`) is none. */
const PATTERN = /^https?:\/\/[^\s/?#@:]{1,253}(?::\d{1,5})?(?:[/?#][^\s"<>\\^`{|}]*)?$/iu;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/** An address on the web. Without a scheme it is taken as one with `https`. */
export const uri: Format = {
  name: 'uri',
  hint: 'https://example.org/page',
  test: (text) => text.length <= 2000 && PATTERN.test(text) && isHost(text.split(/[/?#]/)[2] ?? ''),
  read: (text) => {
    const folded = foldWidths(text).trim();
    const whole =
      /^[a-z][a-z0-9+.-]*:/i.test(folded) && !/^[^/]*:\d+(?:[/?#]|$)/.test(folded)
        ? folded
        : `https://${folded}`;
    return whole === 'https://' ? null : whole.replace(/^https?:/i, (scheme) => scheme.toLowerCase());
  },
};

/** A name of two labels or more, or four numbers. */
function isHost(written: string): boolean {
  const labels = written.replace(/:\d+$/, '').split('.');
  return labels.length >= 2 && labels.every((label) => LABEL.test(label));
}
