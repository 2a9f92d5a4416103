import { recordSchema } from '#core/form/index.ts';
import { asList, asText, type Json, pointer } from '#core/json/index.ts';
import type { Check, Finding, LintContext, RouteSite } from '../../context.ts';
import { type ActionSite, actionsIn } from '../../walk/transitions.ts';

/** `write` into, or `clear` of, a section or field that no category of the route has. */
export const writeTarget: Check = {
  code: 'write-target',
  run: (context) =>
    context.routes.flatMap((site) =>
      site.states
        .flatMap(actionsIn)
        .filter((action) => action.type === 'write' || action.type === 'clear')
        .flatMap((action) => checkAction(action, site, context)),
    ),
};

function checkAction(
  { params, pointer }: ActionSite,
  site: RouteSite,
  { definition }: LintContext,
): Finding[] {
  const section = asText(params.section);
  // That it is missing is reported with the other parameters.
  if (section === undefined) return [];
  const at = `${site.pointer}${pointer}/params`;
  const categories = definition.categories.filter((category) => category.route === site.route.id);
  const found = categories.flatMap((category) => category.sections.filter((known) => known.id === section));
  if (found.length === 0)
    return [{ at: `${at}/section`, sentence: 'write-target.section', params: { section } }];
  return fieldsOf(params.field)
    .filter(({ name }) => !found.some((known) => Object.hasOwn(recordSchema(known).properties ?? {}, name)))
    .map((field) => ({
      at: `${at}/field${field.inside}`,
      sentence: 'write-target.field' as const,
      params: { section, field: field.name },
    }));
}

/** One field or several, each with where it stands. */
function fieldsOf(field: Json | undefined): { name: string; inside: string }[] {
  if (typeof field === 'string') return [{ name: field, inside: '' }];
  return asList(field).map((name, index) => ({ name: String(name), inside: pointer(index) }));
}
