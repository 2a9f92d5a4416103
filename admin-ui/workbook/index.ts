/** Workbooks (.xlsx) in the page: a table written, a table read within bounds. Nothing in them is ever carried out. */
export { LIMITS } from './limits.ts';
export { readWorkbook, type WorkbookRead } from './read.ts';
export type { Refusal } from './refused.ts';
export { type TableToWrite, writeWorkbook } from './write.ts';
