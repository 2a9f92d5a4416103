import type {
  ActiveNode,
  CompiledEdition,
  CompiledRoute,
  GuardParams,
  StateMeta,
} from '#core/model/index.ts';
import { eventTitle } from '#core/route/index.ts';
import { condition, scopeAt } from '#core/sentence/index.ts';

/** A state in which a case may be, by its path in the machine. */
export type Stage = {
  state: string;
  title: string;
  desks: string[];
  tags: string[];
  /** The state or group of states that has the title: what is renamed. */
  titled: string;
  isFinal: boolean;
  isFirst: boolean;
};

/** A way out of a state. `state` may be a group of states, which all have the way. */
export type RouteArrow = {
  key: string;
  state: string;
  event: string;
  target: string;
  by: string[];
  when: GuardParams['when'];
};

const metaOf = (node: ActiveNode): StateMeta => (node.meta ?? {}) as StateMeta;
const textOf = (node: ActiveNode): string => node.path.join('.');
const lineage = (node: ActiveNode): ActiveNode[] => (node.parent ? [...lineage(node.parent), node] : [node]);
const listed = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** The tags of a route's states, each with the titles of those that bear it. */
export function tagsWithStates(routes: readonly CompiledRoute[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { tags, title } of routes.flatMap(stagesOf))
    for (const tag of tags) found.set(tag, [...new Set([...(found.get(tag) ?? []), title])]);
  return found;
}

function nodesBelow(node: ActiveNode): ActiveNode[] {
  return [node, ...(Object.values(node.states) as ActiveNode[]).flatMap(nodesBelow)];
}

/** The states of a route in which cases are, in the order in which they are written. */
export function stagesOf({ machine }: CompiledRoute): Stage[] {
  const leaves = nodesBelow(machine.machine.root).filter((node) => Object.keys(node.states).length === 0);
  return leaves.map((node) => {
    const metas = lineage(node).map(metaOf);
    const titled = lineage(node).findLast((one) => metaOf(one).title !== undefined) ?? node;
    return {
      state: textOf(node),
      title: metaOf(titled).title ?? textOf(node),
      titled: textOf(titled),
      desks: listed(metas.findLast(({ desk }) => desk !== undefined)?.desk),
      tags: [...new Set(lineage(node).flatMap((one) => one.tags))],
      isFinal: node.type === 'final',
      isFirst: machine.initial.text.split(' ').includes(textOf(node)),
    };
  });
}

/** Every way from one state to another that somebody takes. */
export function arrowsOf({ machine, definition }: CompiledRoute): RouteArrow[] {
  return nodesBelow(machine.machine.root).flatMap((node) =>
    [...node.transitions].flatMap(([event, transitions]) =>
      Object.hasOwn(definition.events, event)
        ? transitions.flatMap((one, index) => {
            const [target] = (one.target ?? []) as ActiveNode[];
            const { by = null, when = null } =
              (one.guard as { params?: GuardParams } | undefined)?.params ?? {};
            const at = { state: textOf(node), event, by: by ?? [], when };
            return target ? [{ ...at, key: `${at.state} ${event} ${index}`, target: textOf(target) }] : [];
          })
        : [],
    ),
  );
}

/** The ways that lead towards the end: those of the events that say so. */
export const forwardArrows = (compiled: CompiledRoute): RouteArrow[] =>
  arrowsOf(compiled).filter(({ event }) => compiled.definition.events[event]?.primary === true);

const isWithin = (state: string, group: string): boolean => state === group || state.startsWith(`${group}.`);

/** Of some ways those between two sets of states. */
export const arrowsBetween = (
  arrows: readonly RouteArrow[],
  from: readonly string[],
  to: readonly string[],
): RouteArrow[] =>
  arrows.filter(
    ({ state, target }) =>
      from.some((one) => isWithin(one, state)) &&
      to.some((one) => isWithin(one, target) || isWithin(target, one)),
  );

/** What a state or a group of states is called. */
function stateTitle(compiled: CompiledRoute, state: string): string {
  const stages = stagesOf(compiled);
  const own = stages.find((one) => one.state === state) ?? stages.find((one) => isWithin(one.state, state));
  return own?.title ?? state;
}

/** An arrow as it is read: from where, by what, where to, and under which condition. */
export function arrowWords(edition: CompiledEdition, compiled: CompiledRoute, arrow: RouteArrow) {
  const { definition } = edition;
  const { locale } = definition.programme;
  const index = definition.routes.findIndex(({ id }) => id === compiled.definition.id);
  const scope = scopeAt(definition, `/routes/${index}/events/${arrow.event}`);
  return {
    from: stateTitle(compiled, arrow.state),
    event: eventTitle(compiled.definition, arrow.event, locale),
    to: stateTitle(compiled, arrow.target),
    when: arrow.when === null ? null : condition(arrow.when, scope, locale),
  };
}

/** What a desk is called; whoever fills the case in has the name that is given. */
export const deskTitle = ({ definition }: CompiledRoute, desk: string, applicant: string): string =>
  desk === 'applicant' ? applicant : (definition.desks[desk]?.title ?? desk);
