import { pointer } from '#core/json/index.ts';
import type { SheetDefinition } from '#core/model/index.ts';
import type { Check, Finding, LintContext } from '../../context.ts';
import { names } from '../../walk/states.ts';

/** A sheet that is frozen in no state of any form that prints it, or that cannot be frozen, being no PDF. */
export const frozenNowhere: Check = {
  code: 'frozen-nowhere',
  run: (context) =>
    context.definition.sheets.flatMap((sheet, index) =>
      sheet.frozenIn ? ofSheet(sheet, sheet.frozenIn, pointer('sheets', index, 'frozenIn'), context) : [],
    ),
};

function ofSheet(
  { id, formats }: SheetDefinition,
  tags: string[],
  at: string,
  { definition, routes }: LintContext,
): Finding[] {
  const printing = definition.categories.filter(({ sheets = [] }) => sheets.includes(id));
  const taken = new Set(printing.map(({ route }) => route));
  const states = routes.filter((site) => taken.has(site.route.id)).flatMap((site) => site.states);
  const known = new Set(states.flatMap(({ state }) => names(state.tags)));
  const unknown = tags.flatMap((tag, index): Finding[] =>
    known.has(tag) ? [] : [{ at: at + pointer(index), params: { tag } }],
  );
  return formats.includes('pdf') ? unknown : [{ at, sentence: 'frozen-nowhere.pdf' }, ...unknown];
}
