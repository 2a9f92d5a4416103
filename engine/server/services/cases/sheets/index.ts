/** The sheets of a case: looked at, printed, measured, set. */
export { mayPrint } from './open-sheet.ts';
export { type Prepared, preparePrint } from './prepare-print.ts';
export { readSettings, saveSettings } from './settings.ts';
export { previewHtml, sheetHtml } from './sheet-html.ts';
export { sheetLength } from './sheet-length.ts';
export { sheetPdf } from './sheet-pdf.ts';
export { sheetProblems } from './sheet-problems.ts';
