import { pointer } from '#core/json/index.ts';
import type { Check } from '../../context.ts';

/** A sheet that no category prints. */
export const sheetOnNoCategory: Check = {
  code: 'sheet-on-no-category',
  run: ({ definition }) =>
    definition.sheets.flatMap((sheet, index) =>
      definition.categories.some((category) => category.sheets?.includes(sheet.id))
        ? []
        : [
            {
              at: pointer('sheets', index),
              severity: 'warning',
            },
          ],
    ),
};
