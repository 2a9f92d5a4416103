import type { Finding, LintContext } from '../context.ts';
import type { TemplateFault } from './fault.ts';
import { judgeTemplate } from './judge.ts';
import { viewShape } from './view.ts';

type Placed = TemplateFault & { at: string };
const KNOWN = new WeakMap<LintContext, Placed[]>();

/** What is wrong with the templates of an edition, for one check. */
export function templateFaults(context: LintContext, code: TemplateFault['code']): Finding[] {
  const all = KNOWN.get(context) ?? judgeAll(context);
  KNOWN.set(context, all);
  return all.filter((fault) => fault.code === code).map(({ at, message, hint }) => ({ at, message, hint }));
}

function judgeAll({ definition }: LintContext): Placed[] {
  return definition.sheets.flatMap((sheet, index) =>
    judgeTemplate(sheet.template, viewShape(sheet, definition)).map((fault) => ({
      ...fault,
      at: `/sheets/${index}/template`,
    })),
  );
}
