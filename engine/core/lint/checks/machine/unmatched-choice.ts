import type { Check, RouteSite } from '../../context.ts';
import { isExhaustive } from '../../walk/exhaustive.ts';
import { reachableFrom } from '../../walk/reach.ts';
import { holdersOf, type StateSite, upwards } from '../../walk/states.ts';

/** A state chooses by conditions of which none may hold: the case then stays there, and nobody holds it. */
export const unmatchedChoice: Check = {
  code: 'unmatched-choice',
  run: ({ routes }) =>
    routes.flatMap((site) => {
      const reached = reachableFrom(site);
      return site.states
        .filter((state) => reached.has(state) && mayBeStuck(site, state))
        .map((state) => ({ severity: 'warning' as const, at: `${site.pointer}${state.pointer}/always` }));
    }),
};

function mayBeStuck({ transitions }: RouteSite, state: StateSite): boolean {
  if (state.children.length > 0 || holdersOf(state).length > 0) return false;
  const choices = transitions.filter(
    ({ from, pointer }) => from === state && pointer.startsWith(`${state.pointer}/always`),
  );
  if (choices.length === 0) return false;
  const line = upwards(state);
  const hasOtherWay = transitions.some((found) => line.includes(found.from) && !choices.includes(found));
  return !hasOtherWay && !isExhaustive(choices.map(({ guard }) => guard?.logic ?? true));
}
