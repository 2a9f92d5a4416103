import { pointer } from '#core/json/index.ts';
import type { Check, Finding, LintContext } from '../../context.ts';

/** A category or roster names a route that does not exist, or one for the other kind of subject. */
export const unknownRoute: Check = {
  code: 'unknown-route',
  run: (context) => {
    const { categories, rosters } = context.definition;
    return [
      ...categories.flatMap((category, index) =>
        category.route === ''
          ? []
          : checkRoute(
              context,
              category.route,
              pointer('categories', index, 'route'),
              category.account ? 'account' : 'application',
            ),
      ),
      ...rosters.flatMap((roster, index) =>
        checkRoute(context, roster.route, pointer('rosters', index, 'route')),
      ),
    ];
  },
};

function checkRoute(
  { definition }: LintContext,
  id: string,
  at: string,
  subject?: 'account' | 'application',
): Finding[] {
  const route = definition.routes.find((known) => known.id === id);
  if (!route) return [{ at, params: { route: id } }];
  if (subject === undefined || route.subject === subject) return [];
  return [{ at, sentence: `unknown-route.${subject}`, params: { route: route.title } }];
}
