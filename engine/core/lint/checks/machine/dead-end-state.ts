import type { Check, RouteSite } from '../../context.ts';
import { reachableFrom } from '../../walk/reach.ts';
import { type StateSite, upwards } from '../../walk/states.ts';

/** A state that a case enters and never leaves, though it is not final. */
export const deadEndState: Check = {
  code: 'dead-end-state',
  run: ({ routes }) =>
    routes.flatMap((site) => {
      const reached = reachableFrom(site);
      return site.states
        .filter((state) => reached.has(state) && state.children.length === 0 && isStuck(site, state))
        .map((state) => ({
          at: site.pointer + state.pointer,
          hint: { sentence: 'final' as const },
        }));
    }),
};

function isStuck({ transitions }: RouteSite, state: StateSite): boolean {
  if (state.state.type === 'final' || state.state.type === 'history') return false;
  const line = upwards(state);
  return !transitions.some(
    (found) =>
      line.includes(found.from) &&
      (found.target !== undefined ||
        found.actions.some((action) => action.type === 'erase' || action.type === 'release')),
  );
}
