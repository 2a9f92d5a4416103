import { asObject } from '#core/json/index.ts';
import type { Check, Finding, RouteSite } from '../../context.ts';
import { reachableFrom } from '../../walk/reach.ts';
import { holdersOf, type StateSite, upwards } from '../../walk/states.ts';

/** An account waits for its owner in a state in which the owner may not log in. */
export const lockedOutApplicant: Check = {
  code: 'locked-out-applicant',
  run: ({ routes }) => routes.filter(({ route }) => route.subject === 'account').flatMap(checkRoute),
};

function checkRoute(site: RouteSite): Finding[] {
  const reached = reachableFrom(site);
  return site.states
    .filter((state) => reached.has(state) && state.children.length === 0 && isClosed(state))
    .map((state) => ({
      at: site.pointer + state.pointer,
      hint: { sentence: 'login' },
    }));
}

function isClosed(state: StateSite): boolean {
  const mayLogIn = upwards(state).some((one) => asObject(one.state.meta).login === true);
  return holdersOf(state).includes('applicant') && !mayLogIn;
}
