const WIDE = /[\uff01-\uff5e\u3000]/g;
const WIDE_TO_NARROW = 0xfee0;

/** Letters, digits, signs and blanks of full width as those of a keyboard: `Ａ１／` is `A1/`. */
export function foldWidths(text: string): string {
  return text.replace(WIDE, (sign) =>
    sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - WIDE_TO_NARROW),
  );
}
