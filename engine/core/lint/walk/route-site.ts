import type { RouteDefinition } from '#core/model/index.ts';
import { type StateSite, statesOf } from './states.ts';
import { type TransitionSite, transitionsOf } from './transitions.ts';

/** A route with everything that its machine holds. `pointer` runs into the definition. */
export type RouteSite = {
  route: RouteDefinition;
  pointer: string;
  states: StateSite[];
  transitions: TransitionSite[];
};

/** Walks the machine of a route. */
export function routeSite(route: RouteDefinition, pointer: string): RouteSite {
  const states = statesOf(route);
  return { route, pointer, states, transitions: states.flatMap(transitionsOf) };
}
