import { namedFact } from '#core/facts/index.ts';
import { childAt, isObject, type Json, pointer } from '#core/json/index.ts';
import type { Definition } from '#core/model/index.ts';
import type { Check, LintContext } from '../../context.ts';
import { meantHint } from '../../nearest.ts';
import { names } from '../../walk/states.ts';

/**
 * An entry of `titles` is the path of nothing that rules read and that has no title of its own. A warning: another
 * edition of the programme may have it.
 */
export const titleNamesNothing: Check = {
  code: 'title-names-nothing',
  run: (context) => {
    const paths = Object.keys(context.definition.programme.titles ?? {});
    const known = paths.length === 0 ? [] : titledPaths(context);
    return paths
      .filter((path) => !known.includes(path) && !isInside(path, context.definition))
      .map((path) => ({
        at: pointer('programme', 'titles', path),
        params: { path },
        severity: 'warning' as const,
        ...meantHint(path, known),
      }));
  },
};

/** Every path to which `titles` may give a title. */
function titledPaths(context: LintContext): string[] {
  const { codes, edition } = context.definition;
  const untitled = Object.entries(edition.facts ?? {}).filter(([, fact]) => namedFact(fact) === undefined);
  const cycle = { ...edition.cycle, facts: Object.fromEntries(untitled) };
  return [
    ...below(cycle as Json, 'cycle'),
    ...codes.flatMap(({ id, entries }) => entries.flatMap((entry) => attributesOf(entry, `code.${id}`))),
    ...tagsOf(context).map((tag) => `case.tags.${tag}`),
    ...context.routes.flatMap((site) => keptBy(site.route.machine as Json)).map((key) => `case.vars.${key}`),
    ...context.definition.expressions.flatMap(({ params }) => params.map((name) => `params.${name}`)),
  ];
}

/** Steps into what a parameter or a kept value holds are known to nobody. */
function isInside(path: string, { expressions }: Definition): boolean {
  return expressions.some(({ params }) => params.some((name) => path.startsWith(`params.${name}.`)));
}

function below(value: Json, path: string): string[] {
  if (!isObject(value)) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => below(inner, `${path}.${key}`))];
}

/** Attributes of a code list's entries, and the values that they have. */
function attributesOf(entry: Readonly<Record<string, unknown>>, path: string): string[] {
  return Object.entries(entry).flatMap(([attribute, value]) => [
    `${path}.${attribute}`,
    ...[value].flat().map((one) => `${path}.${attribute}.${one}`),
  ]);
}

function tagsOf({ routes }: LintContext): string[] {
  return routes.flatMap((site) => site.states.flatMap((state) => names(state.state.tags)));
}

/** The keys under which the actions of a machine keep something. */
function keptBy(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(keptBy);
  if (!isObject(value)) return [];
  const key = value.type === 'set' ? childAt(value.params, 'key') : undefined;
  return [...(typeof key === 'string' ? [key] : []), ...Object.values(value).flatMap(keptBy)];
}
