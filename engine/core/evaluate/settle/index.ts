/** An application with everything hidden taken out and everything derived put in, and pointing rules at its parts. */
export { categoryOf, sectionOf } from './categories.ts';
export { fieldPointer, itemPointer, slotKey } from './names.ts';
export { atNoRow, atNoSection, atRecord, atSection } from './scope.ts';
export { type Around, settle, settleCategory } from './settle.ts';
export type { Settled } from './settled.ts';
