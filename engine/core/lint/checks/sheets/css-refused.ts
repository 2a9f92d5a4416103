import { pointer } from '#core/json/index.ts';
import type { Check, Finding } from '../../context.ts';

const MOST_CHARACTERS = 64 * 1024;
const REFUSED = /z-index|url\s*\(|@import|@font-face|expression\s*\(|image-set\s*\(|<\/?style/i;

/**
 * A style that fetches something, brings in layers, or ends the style element; escapes are refused, because they could
 * hide any of these.
 */
export const cssRefused: Check = {
  code: 'css-refused',
  run: ({ definition }) =>
    definition.sheets.flatMap((sheet, index): Finding[] => {
      const at = pointer('sheets', index, 'css');
      if (sheet.css.length > MOST_CHARACTERS)
        return [{ at, sentence: 'css-refused.size' as const, params: { most: MOST_CHARACTERS } }];
      const css = sheet.css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
      const found = REFUSED.exec(css) ?? /\\/.exec(css.replaceAll(/"(?:[^"\\\n]|\\.)*"/g, ''));
      if (!found) return [];
      const line = css.slice(0, found.index).split('\n').length;
      return [{ at, params: { line, found: found[0] } }];
    }),
};
