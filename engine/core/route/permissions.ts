import type { AnyStateMachine } from 'xstate';
import type { ActiveNode, GuardParams, RouteDefinition, RoutePermission } from '#core/model/index.ts';
import { limitOfEvent } from './limit-event.ts';

/** A transition of a node that some desk, or the system, may fire. */
type OpenTransition = { event: string; params: GuardParams };

/** The transitions that a node itself declares for the route's events and its own time limits. */
export function transitionsOf(node: ActiveNode, route: RouteDefinition): OpenTransition[] {
  return [...node.transitions].flatMap(([event, transitions]) => {
    if (!(event in route.events) && limitOfEvent(event) === undefined) return [];
    return transitions.flatMap((one) => {
      const params = guardParams(one.guard);
      return params ? [{ event, params }] : [];
    });
  });
}

/** What binding put into a transition's guard; undefined on those that XState adds itself. */
function guardParams(guard: unknown): GuardParams | undefined {
  return (guard as { params: GuardParams } | undefined)?.params;
}

/**
 * The authorization table: for every innermost state which event may be fired by whom. `guarded` says
 * that it also depends on a rule.
 */
export function permissionsOf(machine: AnyStateMachine, route: RouteDefinition): RoutePermission[] {
  const table = new Map<string, RoutePermission>();
  for (const leaf of leavesOf(machine.root)) {
    for (const permission of permissionsAt(leaf, route)) {
      const key = `${permission.state}\n${permission.event}\n${permission.by}`;
      const known = table.get(key);
      table.set(key, known ? { ...known, guarded: known.guarded && permission.guarded } : permission);
    }
  }
  return [...table.values()];
}

function permissionsAt(leaf: ActiveNode, route: RouteDefinition): RoutePermission[] {
  const state = leaf.path.join('.');
  return lineage(leaf).flatMap((node) =>
    transitionsOf(node, route).flatMap(({ event, params }) =>
      (params.by ?? []).map((by) => ({ state, event, by, guarded: params.run !== null })),
    ),
  );
}

function lineage(node: ActiveNode): ActiveNode[] {
  return node.parent ? [node, ...lineage(node.parent)] : [node];
}

function leavesOf(node: ActiveNode): ActiveNode[] {
  const children: ActiveNode[] = Object.values(node.states);
  return children.length ? children.flatMap(leavesOf) : [node];
}
