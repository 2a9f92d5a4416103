import { pointer } from '#core/json/index.ts';
import type { Check } from '../../context.ts';

/** An event without any transition. */
export const unusedEvent: Check = {
  code: 'unused-event',
  run: ({ routes }) =>
    routes.flatMap((site) => {
      const used = new Set(site.transitions.map((found) => found.event));
      return Object.keys(site.route.events)
        .filter((event) => !used.has(event))
        .map((event) => ({
          at: site.pointer + pointer('events', event),
          severity: 'warning',
        }));
    }),
};
