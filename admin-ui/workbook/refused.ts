import type { WorkbookFault } from '#renderer/locales/index.ts';

/** `at`: the cell, or the part of the file, that it is about. */
export type Refusal = { fault: WorkbookFault; at?: string };

/** Ends the reading of a workbook. Never leaves the room: the reader gives the refusal. */
export class WorkbookRefused extends Error {
  override name = 'WorkbookRefused';
  readonly refusal: Refusal;

  constructor(fault: WorkbookFault, at?: string) {
    super(at === undefined ? fault : `${fault} at ${at}`);
    this.refusal = { fault, ...(at !== undefined && { at }) };
  }
}
