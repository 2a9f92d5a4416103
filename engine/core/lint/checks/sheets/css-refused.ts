import { pointer } from '#core/json/index.ts';
import type { Check } from '../../context.ts';

const MOST_CHARACTERS = 64 * 1024;
const REFUSED = /z-index|url\s*\(|@import|@font-face|expression\s*\(|image-set\s*\(|<\/?style/i;

/**
 * A style that fetches something, covers the watermark, or ends the style element; escapes are refused, because they
 * could hide any of these.
 */
export const cssRefused: Check = {
  code: 'css-refused',
  run: ({ definition }) =>
    definition.sheets.flatMap((sheet, index) => {
      const at = pointer('sheets', index, 'css');
      if (sheet.css.length > MOST_CHARACTERS)
        return [{ at, message: `A style is at most ${MOST_CHARACTERS} characters long` }];
      const css = sheet.css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
      const found = REFUSED.exec(css) ?? /\\/.exec(css.replaceAll(/"(?:[^"\\\n]|\\.)*"/g, ''));
      if (!found) return [];
      const line = css.slice(0, found.index).split('\n').length;
      return [{ at, message: `Line ${line}: "${found[0]}" has no place in a sheet's style` }];
    }),
};
