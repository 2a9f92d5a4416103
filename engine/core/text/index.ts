/** Text as people write it: cleaned, compared, cut, its rare characters found. Imports nothing. */
export { cellText, sheetName, textOfCell } from './cell.ts';
export { cleanLine, cleanLines, showsNothing } from './clean.ts';
export { caseKey, comparisonKey, identifierKey, withoutLookalikes } from './compare.ts';
export { cutFileName, cutText } from './cut.ts';
export { isUncommon, type RareCharacter, rareCharacters } from './rare.ts';
export { foldWidths } from './widths.ts';
