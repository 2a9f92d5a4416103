import type { Check } from '../../context.ts';

/** A route that no category uses. */
export const unusedRoute: Check = {
  code: 'unused-route',
  run: ({ definition, routes }) =>
    routes.flatMap(({ route, pointer }) =>
      definition.categories.some((category) => category.route === route.id)
        ? []
        : [{ at: pointer, severity: 'warning' }],
    ),
};
