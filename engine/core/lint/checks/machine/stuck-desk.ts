import type { Check, Finding } from '../../context.ts';
import { reachableFrom } from '../../walk/reach.ts';
import { holdersOf, upwards } from '../../walk/states.ts';

/** A desk holds a case and has no event to fire. */
export const stuckDesk: Check = {
  code: 'stuck-desk',
  run: ({ routes }) =>
    routes.flatMap((site) => {
      const reached = reachableFrom(site);
      const held = site.states.filter(
        (state) => reached.has(state) && state.children.length === 0 && state.state.type !== 'final',
      );
      return held.flatMap((state): Finding[] => {
        const holders = holdersOf(state);
        const line = upwards(state);
        const actors = site.transitions
          .filter((found) => line.includes(found.from))
          .flatMap((found) => (found.event === undefined ? ['system'] : found.by));
        const idle =
          holders.length > 0 &&
          actors.length > 0 &&
          !actors.some((actor) => actor === 'system' || holders.includes(actor));
        return idle
          ? [
              {
                severity: 'warning',
                at: site.pointer + state.pointer,
                params: { desks: holders.map((desk) => site.route.desks[desk]?.title ?? desk) },
              },
            ]
          : [];
      });
    }),
};
