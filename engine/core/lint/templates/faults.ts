import type { Definition, SheetDefinition } from '#core/model/index.ts';
import type { Finding, LintContext } from '../context.ts';
import { checkTemplate } from './check-template.ts';
import type { TemplateFault } from './fault.ts';
import { viewShape } from './view.ts';

type Placed = TemplateFault & { at: string };
const KNOWN = new WeakMap<LintContext, Placed[]>();

/** What is wrong with the templates of an edition, for one check. */
export function templateFaults(context: LintContext, code: TemplateFault['code']): Finding[] {
  const all = KNOWN.get(context) ?? checkAll(context);
  KNOWN.set(context, all);
  return all.filter((fault) => fault.code === code).map(({ code: _code, ...finding }) => finding);
}

/**
 * The first thing in a sheet's template that the language does not have, for who runs a template that nobody has
 * linted since it was stored; undefined where there is none. Names that are not there are left out: they print nothing.
 */
export function refusedTemplate(sheet: SheetDefinition, definition: Definition): TemplateFault | undefined {
  return checkTemplate(sheet.template, viewShape(sheet, definition)).find(
    ({ code }) => code !== 'template-field',
  );
}

function checkAll({ definition }: LintContext): Placed[] {
  return definition.sheets.flatMap((sheet, index) =>
    checkTemplate(sheet.template, viewShape(sheet, definition)).map((fault) => ({
      ...fault,
      at: `/sheets/${index}/template`,
    })),
  );
}
