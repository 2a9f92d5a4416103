import { pointer } from '#core/json/index.ts';
import type { Check, LintContext } from '../../context.ts';

/** A category, section, field, mark or strike names a sheet that is not there. */
export const unknownSheet: Check = {
  code: 'unknown-sheet',
  run: (context) => {
    const known = context.definition.sheets.map((sheet) => sheet.id);
    return named(context).flatMap(({ at, sheets }) =>
      (sheets ?? []).flatMap((id, index) =>
        known.includes(id) ? [] : [{ at: at + pointer(index), params: { sheet: id } }],
      ),
    );
  },
};

function named({
  definition,
  sections,
  fields,
}: LintContext): { at: string; sheets: string[] | undefined }[] {
  return [
    ...definition.categories.map((category, index) => ({
      at: pointer('categories', index, 'sheets'),
      sheets: category.sheets,
    })),
    ...sections.flatMap(({ section, pointer: at }) => [
      { at: `${at}/sheets`, sheets: section.sheets },
      ...(section.slots ?? []).map((slot, index) => ({
        at: at + pointer('slots', index, 'sheets'),
        sheets: slot.sheets,
      })),
      { at: `${at}/mark/sheets`, sheets: section.mark?.sheets },
      { at: `${at}/strike/sheets`, sheets: section.strike?.sheets },
    ]),
    ...fields.map(({ schema, pointer: at }) => ({ at: `${at}/sheets`, sheets: schema.sheets })),
  ];
}
