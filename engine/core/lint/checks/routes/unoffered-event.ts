import { asObject, pointer } from '#core/json/index.ts';
import type { Check, Finding, RouteSite } from '../../context.ts';
import { leavesOf, reachableFrom } from '../../walk/reach.ts';
import { holdersOf, upwards } from '../../walk/states.ts';
import type { TransitionSite } from '../../walk/transitions.ts';

/**
 * An event of the applicant that no page offers: it is fired for a whole queue, which applicants have none of; it asks
 * for input on the page of a registration, which takes none; or it waits where the owner of an account cannot log in.
 */
export const unofferedEvent: Check = {
  code: 'unoffered-event',
  run: ({ routes }) =>
    routes.flatMap((site) => [
      ...Object.keys(site.route.events).flatMap((event) => checkEvent(event, site)),
      ...(site.route.subject === 'account'
        ? site.transitions.flatMap((found) => checkPlace(found, site))
        : []),
    ]),
};

function checkEvent(event: string, { route, transitions, pointer: at }: RouteSite): Finding[] {
  const { batch, input } = route.events[event] ?? {};
  if (!transitions.some((found) => found.event === event && isApplicants(found))) return [];
  const place = at + pointer('events', event);
  if (batch) return [{ at: `${place}/batch`, sentence: 'unoffered-event.batch' }];
  return input && route.subject === 'account'
    ? [{ at: `${place}/input`, sentence: 'unoffered-event.input' }]
    : [];
}

/** Where the applicant holds the state, that is told by itself: the account cannot go on at all. */
function checkPlace(found: TransitionSite, site: RouteSite): Finding[] {
  const reached = reachableFrom(site);
  if (!isApplicants(found) || !reached.has(found.from)) return [];
  const open = leavesOf(found.from).some(
    (leaf) =>
      holdersOf(leaf).includes('applicant') ||
      upwards(leaf).some((state) => asObject(state.state.meta).login === true),
  );
  return open ? [] : [{ at: site.pointer + found.pointer, hint: { sentence: 'login' } }];
}

const isApplicants = ({ by, event }: TransitionSite): boolean =>
  event !== undefined && by.includes('applicant');
