/** Why a file is not read as a workbook. */
export type WorkbookFault =
  | 'too-large'
  | 'not-workbook'
  | 'old-format'
  | 'encrypted'
  | 'broken'
  | 'too-much'
  | 'too-many-cells'
  | 'too-wide'
  | 'too-long'
  | 'formula'
  | 'error-cell'
  | 'link'
  | 'macros'
  | 'embedded'
  | 'too-slow';

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
