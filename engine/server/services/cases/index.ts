/** Use cases over a case: open, save, check, attach, start, decide, print. */
export { batchView, fireBatch } from './batch.ts';
export { checkCase } from './check-case.ts';
export { attachFile } from './files/attach-file.ts';
export { askForHeldScans, scanHeldFile } from './files/held-files.ts';
export { readFile, removeFile } from './files/read-file.ts';
export { fireBulk, fireEvent } from './fire-event.ts';
export { fireTimeLimits } from './fire-limits.ts';
export { makeFrozenPrint } from './frozen/make-frozen.ts';
export { frozenList, frozenPdf } from './frozen/read-frozen.ts';
export { home } from './home.ts';
export { listCases } from './list-cases.ts';
export { openCase } from './open-case.ts';
export { revealSensitive } from './reveal-sensitive.ts';
export { saveSection } from './save-section.ts';
export { previewHtml, readSettings, saveSettings, sheetHtml, sheetLength, sheetPdf } from './sheets/index.ts';
export { startApplication } from './start-application.ts';
