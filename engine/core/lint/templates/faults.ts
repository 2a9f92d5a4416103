import { pointer, valueAt } from '#core/json/index.ts';
import type { Definition, SheetDefinition } from '#core/model/index.ts';
import type { Finding, LintContext } from '../context.ts';
import { checkTemplate, parseTemplate } from './check-template.ts';
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
  const { template, templates = {} } = sheet;
  return [template, ...Object.values(templates)]
    .flatMap((one) => checkTemplate(one, viewShape(sheet, definition)))
    .find(({ code }) => code !== 'template-field');
}

function checkAll({ definition, memory }: LintContext): Placed[] {
  const { programme, edition, categories } = definition;
  return definition.sheets.flatMap((sheet, index) =>
    templatesOf(sheet, `/sheets/${index}/template`, definition).flatMap(({ template, at }) => {
      const seen = [template, programme, edition, ...categories];
      const faults = memory.once(sheet, 'template', seen, () =>
        checkTemplate(template, viewShape(sheet, definition), (text) =>
          memory.once(sheet, 'template read', [text], () => parseTemplate(text)),
        ),
      );
      return faults.map((fault) => ({ ...fault, at }));
    }),
  );
}

/** The template of a sheet, and those of the programme's other languages, each with where it stands. */
export function templatesOf(
  { id, template }: SheetDefinition,
  at: string,
  { locales = [] }: Definition,
): { template: string; at: string }[] {
  const others = locales.flatMap(({ texts }, index) => {
    const other = valueAt(texts, ['sheets', id, 'template']);
    return typeof other === 'string'
      ? [{ template: other, at: pointer('locales', index, 'texts', 'sheets', id, 'template') }]
      : [];
  });
  return [{ template, at }, ...others];
}
