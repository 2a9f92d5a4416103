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

function checkAll({ definition }: LintContext): Placed[] {
  return definition.sheets.flatMap((sheet, index) =>
    checkTemplate(sheet.template, viewShape(sheet, definition)).map((fault) => ({
      ...fault,
      at: `/sheets/${index}/template`,
    })),
  );
}
