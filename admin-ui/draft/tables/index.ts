/** Tables of a draft: exported, and read from what was pasted or from a workbook. */
export { codeTable } from './codes.ts';
export { itemTable } from './items.ts';
export { belowHeadings, type Exchange, type ReadLine, refusedLine, sameCell } from './lines.ts';
export { TableButtons } from './TableButtons.tsx';
export { textTable } from './texts.ts';
