const MOST_CHARACTERS = 32_767;
const FORMULA_START = /^[=+\-@＝＋－＠\t\r\n]/;
/** Control characters, non-characters and lone surrogates: what XML in a workbook cannot hold. */
const UNPRINTABLE = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu;

/**
 * Text as it may stand in a cell: no control characters, no lone surrogates, no longer than Excel holds,
 * and never read as a formula, not even after somebody saves the sheet as CSV.
 */
export function cellText(value: string): string {
  const clean = value
    .normalize('NFC')
    .replace(UNPRINTABLE, '')
    .slice(0, MOST_CHARACTERS - 1);
  return FORMULA_START.test(clean) ? `'${clean}` : clean;
}

/** A worksheet's name: 31 characters at most, none that Excel refuses. */
export function sheetName(title: string): string {
  return (
    title
      .replace(/[*?:\\/[\]]/g, ' ')
      .trim()
      .slice(0, 31) || 'Sheet1'
  );
}
