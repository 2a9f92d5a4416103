import { asObject, pointer } from '#core/json/index.ts';
import type { Check, Finding, RouteSite } from '../../context.ts';
import { reachableFrom } from '../../walk/reach.ts';
import { holdersOf, type StateSite, upwards } from '../../walk/states.ts';

/** A desk that has something to do and sees no case in any queue, or none of those that stand in one state. */
export const deskWithoutQueue: Check = {
  code: 'desk-without-queue',
  run: ({ routes }) => routes.flatMap(checkRoute),
};

function checkRoute(site: RouteSite): Finding[] {
  const reached = reachableFrom(site);
  const leaves = site.states.filter((state) => reached.has(state) && state.children.length === 0);
  const blind = Object.keys(site.route.desks).filter(
    (desk) => hasWork(site, leaves, desk) && !seesCases(site, leaves, desk),
  );
  const nowhere = blind.map((desk) => ({
    at: site.pointer + pointer('desks', desk),
    sentence: 'desk-without-queue.nowhere' as const,
    hint: { sentence: 'current' as const },
  }));
  return [...nowhere, ...leaves.flatMap((leaf) => unseenAt(site, leaf, blind))];
}

function hasWork({ transitions }: RouteSite, leaves: StateSite[], desk: string): boolean {
  return (
    leaves.some((leaf) => holdersOf(leaf).includes(desk)) || transitions.some(({ by }) => by.includes(desk))
  );
}

function seesCases(site: RouteSite, leaves: StateSite[], desk: string): boolean {
  const named = site.states.some((state) => typeof queuesOf(state)[desk] === 'string');
  if (named) return true;
  if (
    holding(site, 'current') &&
    leaves.some((leaf) => holdersOf(leaf).includes(desk) && !isNamed(leaf, desk))
  )
    return true;
  return holding(site, 'acted') && marks(site, desk);
}

/** The desk holds the state, which says nothing of its queue, and no queue holds such cases by itself. */
function unseenAt(site: RouteSite, leaf: StateSite, blind: string[]): Finding[] {
  if (holding(site, 'current')) return [];
  return holdersOf(leaf)
    .filter((desk) => desk in site.route.desks && !blind.includes(desk) && !isNamed(leaf, desk))
    .map((desk) => ({
      at: site.pointer + leaf.pointer,
      params: { desk: site.route.desks[desk]?.title ?? desk },
      hint: { sentence: 'current' },
    }));
}

/** A state around it, or in a region beside it, says which queue of the desk its cases are in. */
function isNamed(leaf: StateSite, desk: string): boolean {
  return upwards(leaf).some(
    (state) => desk in queuesOf(state) || (state.state.type === 'parallel' && namesBelow(state, desk)),
  );
}

function namesBelow(state: StateSite, desk: string): boolean {
  return state.children.some((child) => desk in queuesOf(child) || namesBelow(child, desk));
}

const queuesOf = ({ state }: StateSite) => asObject(asObject(state.meta).queues);

const holding = ({ route }: RouteSite, what: 'current' | 'acted'): boolean =>
  Object.values(route.queues).some(({ holds }) => holds === what);

const marks = ({ transitions }: RouteSite, desk: string): boolean =>
  transitions.some(
    ({ by, actions }) => by.includes(desk) && actions.some(({ type }) => type === 'markActed'),
  );
