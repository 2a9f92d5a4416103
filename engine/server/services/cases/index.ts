/** Use cases over a case: open, save, check, attach, start, decide, print. */
export { attachFile } from './attach-file.ts';
export { batchView, fireBatch } from './batch.ts';
export { checkCase } from './check-case.ts';
export { fireBulk, fireEvent } from './fire-event.ts';
export { fireTimeLimits } from './fire-limits.ts';
export { home } from './home.ts';
export { openCase } from './open-case.ts';
export { readSettings, saveSettings, sheetHtml, sheetLength, sheetPdf } from './prints.ts';
export { readFile, removeFile } from './read-file.ts';
export { revealSensitive } from './reveal-sensitive.ts';
export { saveSection } from './save-section.ts';
export { startApplication } from './start-application.ts';
