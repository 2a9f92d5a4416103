import { asObject, pointer } from '#core/json/index.ts';
import type { JsonObject, RouteDefinition } from '#core/model/index.ts';

/** One state of a machine. `path` holds the keys from the machine down; the machine itself has none. */
export type StateSite = {
  route: RouteDefinition;
  path: string[];
  /** Pointer inside the route. */
  pointer: string;
  state: JsonObject;
  parent?: StateSite;
  children: StateSite[];
};

/** Every state of a route's machine, the machine itself first, parents before children. */
export function statesOf(route: RouteDefinition): StateSite[] {
  const root: StateSite = {
    route,
    path: [],
    pointer: '/machine',
    state: asObject(route.machine as JsonObject),
    children: [],
  };
  return withDescendants(root);
}

function withDescendants(site: StateSite): StateSite[] {
  const entries = Object.entries(asObject(site.state.states));
  site.children = entries.map(([key, value]) => ({
    route: site.route,
    path: [...site.path, key],
    pointer: site.pointer + pointer('states', key),
    state: asObject(value),
    parent: site,
    children: [],
  }));
  return [site, ...site.children.flatMap(withDescendants)];
}

/** The state, its parent, and so on up to the machine. */
export function upwards(site: StateSite): StateSite[] {
  return site.parent ? [site, ...upwards(site.parent)] : [site];
}

/** The desks (or `applicant`) that hold the state; a state that names none takes its parent's. */
export function holdersOf(site: StateSite): string[] {
  const owner = upwards(site).find((state) => asObject(state.state.meta).desk !== undefined);
  return names(asObject(owner?.state.meta).desk);
}

/** One name or a list of them. */
export function names(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((name) => typeof name === 'string');
}
