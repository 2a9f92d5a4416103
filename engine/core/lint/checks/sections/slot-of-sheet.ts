import { pointer } from '#core/json/index.ts';
import type { CategoryDefinition } from '#core/model/index.ts';
import type { Check, LintContext } from '../../context.ts';

/** A slot for the signed print of a sheet that the category does not print, or that shows nothing of it. */
export const slotOfSheet: Check = {
  code: 'slot-of-sheet',
  run: (context) =>
    context.sections.flatMap(({ category, section, pointer: at }) =>
      (section.slots ?? []).flatMap(({ of }, index) => {
        const message = of === undefined ? undefined : fault(of, category, context);
        return message === undefined ? [] : [{ at: at + pointer('slots', index, 'of'), message }];
      }),
    ),
};

function fault(sheet: string, category: CategoryDefinition, { definition }: LintContext): string | undefined {
  if (!definition.sheets.some((known) => known.id === sheet)) return `There is no sheet "${sheet}"`;
  if (!category.sheets?.includes(sheet)) return `Category "${category.id}" does not print sheet "${sheet}"`;
  const shown = category.sections.some((section) => section.sheets?.includes(sheet));
  return shown ? undefined : `Sheet "${sheet}" shows no section of category "${category.id}"`;
}
