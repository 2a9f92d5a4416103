import { pointer } from '#core/json/index.ts';
import type { Check } from '../../context.ts';

/** A transition on an event that the route does not declare. */
export const unknownEvent: Check = {
  code: 'unknown-event',
  run: ({ routes }) =>
    routes.flatMap((site) =>
      site.states.flatMap((state) => {
        const events = new Set(
          site.transitions.filter((found) => found.from === state).flatMap((found) => found.event ?? []),
        );
        return [...events]
          .filter((event) => !Object.hasOwn(site.route.events, event))
          .map((event) => ({
            at: site.pointer + state.pointer + pointer('on', event),
            params: { event },
          }));
      }),
    ),
};
