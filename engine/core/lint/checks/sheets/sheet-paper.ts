import { pointer } from '#core/json/index.ts';
import type { SheetDefinition } from '#core/model/index.ts';
import type { Check, Finding } from '../../context.ts';

/** Two pages to a sheet, where no sheet is twice as large, or copies that cannot be cut apart. */
export const sheetPaper: Check = {
  code: 'sheet-paper',
  run: ({ definition }) =>
    definition.sheets.flatMap((sheet, index) => checkPaper(sheet, pointer('sheets', index))),
};

function checkPaper({ paper, pages, formats }: SheetDefinition, at: string): Finding[] {
  const { size, orientation, nUp, copies } = paper;
  if (!nUp) return copies ? [{ at: `${at}/paper/copies`, sentence: 'sheet-paper.alone' }] : [];
  if (size !== 'A5' && size !== 'A4')
    return [{ at: `${at}/paper/nUp`, sentence: 'sheet-paper.size', params: { size } }];
  if (copies) return pages === 1 ? [] : [{ at: `${at}/paper/copies`, sentence: 'sheet-paper.pages' }];
  // Text runs from column to column, and columns stand side by side.
  return orientation === 'landscape' && formats.includes('html')
    ? [{ at: `${at}/paper/nUp`, sentence: 'sheet-paper.landscape' }]
    : [];
}
