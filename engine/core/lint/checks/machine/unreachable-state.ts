import type { Check } from '../../context.ts';
import { reachableFrom } from '../../walk/reach.ts';

/** A state that no case can ever come to. */
export const unreachableState: Check = {
  code: 'unreachable-state',
  run: ({ routes }) =>
    routes.flatMap((site) => {
      const reached = reachableFrom(site);
      return site.states
        .filter((state) => !reached.has(state) && (state.parent === undefined || reached.has(state.parent)))
        .map((state) => ({
          at: site.pointer + state.pointer,
        }));
    }),
};
