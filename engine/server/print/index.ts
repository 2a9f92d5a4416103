/** Prints: a sheet as a web page, as a PDF, and a queue as an Excel roster. */
export type { Mark } from './html/mark.ts';
export { withFaces } from './html/page-faces.ts';
export { isFinal, measureSheet, overflowsSheet, type Paper, renderPaper, renderSheet } from './html/sheet.ts';
export { overflowProblems } from './overflow-problems.ts';
export { FACES_KEY } from './pdf/fonts.ts';
export { openMergedPdf } from './pdf/merge/merge.ts';
export { pageCount } from './pdf/page-count.ts';
export { NoPrinter, openPrinter, type Printer, PrinterBusy } from './pdf/printer.ts';
export { PRINT_TRIES, printWithin } from './print-within.ts';
export { sheetSize } from './sheet-size.ts';
export { numberPatterns } from './xlsx/fields.ts';
export { dataOf, filterChoices, inGroups, type RosterCase, writeRoster } from './xlsx/roster.ts';
