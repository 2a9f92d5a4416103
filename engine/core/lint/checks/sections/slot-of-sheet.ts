import { pointer } from '#core/json/index.ts';
import type { CategoryDefinition, SheetDefinition } from '#core/model/index.ts';
import type { Check, Finding, LintContext } from '../../context.ts';

/** A slot for the signed print of a sheet that the category does not print, or that shows nothing of it. */
export const slotOfSheet: Check = {
  code: 'slot-of-sheet',
  run: (context) =>
    context.sections.flatMap(({ category, section, pointer: at }) =>
      (section.slots ?? []).flatMap(({ of }, index) => {
        const found = of === undefined ? undefined : fault(of, category, context);
        return found === undefined ? [] : [{ at: at + pointer('slots', index, 'of'), ...found }];
      }),
    ),
};

function fault(
  id: string,
  category: CategoryDefinition,
  { definition }: LintContext,
): Omit<Finding, 'at'> | undefined {
  const sheet = definition.sheets.find((known) => known.id === id);
  if (!sheet) return { params: { sheet: id } };
  const params = { sheet: sheet.title, category: category.title };
  if (!category.sheets?.includes(id)) return { sentence: 'slot-of-sheet.category', params };
  const shown = category.sections.some(
    (section) => section.sheets?.includes(id) && canShow(sheet, section.id),
  );
  return shown ? undefined : { sentence: 'slot-of-sheet.empty', params };
}

/** The template prints or asks for something of the section: the signature is over that. */
function canShow({ shows = true }: SheetDefinition, section: string): boolean {
  return shows === true || Object.hasOwn(shows, section) || Object.hasOwn(shows, '*');
}
