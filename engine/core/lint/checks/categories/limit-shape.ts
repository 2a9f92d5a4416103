import { limitOf } from '#core/form/index.ts';
import { pointer } from '#core/json/index.ts';
import type { LimitDefinition } from '#core/model/index.ts';
import type { Check, Finding, LintContext } from '../../context.ts';
import { names } from '../../walk/states.ts';

/** A limit on applications that says nothing, or asks for a tag that no state of an application carries. */
export const limitShape: Check = {
  code: 'limit-shape',
  run: (context) => [
    ...ofLimit(context.definition.edition.limit, '/edition/limit', undefined, context),
    ...context.definition.categories.flatMap(({ limit, account, route }, index): Finding[] => {
      const at = pointer('categories', index, 'limit');
      if (!limit) return [];
      if (account) return [{ at, sentence: 'limit-shape.registration' }];
      return [...ofLimit(limit, at, route, context), ...ofNumber(limit, at, context)];
    }),
  ],
};

/** More of one category than of all together can never be reached; what no longer counts needs a number. */
function ofNumber({ most, closedBy }: LimitDefinition, at: string, { definition }: LintContext): Finding[] {
  const all = limitOf(definition).most;
  if (most === undefined)
    return closedBy ? [{ at: `${at}/closedBy`, sentence: 'limit-shape.uncounted' }] : [];
  return most > all ? [{ at: `${at}/most`, sentence: 'limit-shape.more', params: { most, all } }] : [];
}

function ofLimit(
  limit: LimitDefinition | undefined,
  at: string,
  route: string | undefined,
  context: LintContext,
): Finding[] {
  const { closedBy = [], excludedBy = [] } = limit ?? {};
  const known = tagsOf(context, route);
  const unknown = Object.entries({ closedBy, excludedBy }).flatMap(([key, tags]) =>
    tags.flatMap((tag, index): Finding[] =>
      known.has(tag)
        ? []
        : [{ at: at + pointer(key, index), sentence: 'limit-shape.tag' as const, params: { tag } }],
    ),
  );
  const both = closedBy.flatMap((tag, index): Finding[] =>
    excludedBy.includes(tag)
      ? [{ at: at + pointer('closedBy', index), sentence: 'limit-shape.both', params: { tag } }]
      : [],
  );
  return [...unknown, ...both];
}

/** Of the states of one route, or of all that applications take. */
function tagsOf({ routes }: LintContext, route: string | undefined): Set<string> {
  const taken = routes.filter((site) =>
    route === undefined ? site.route.subject === 'application' : site.route.id === route,
  );
  return new Set(taken.flatMap(({ states }) => states.flatMap(({ state }) => names(state.tags))));
}
