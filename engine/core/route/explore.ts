import type {
  ActiveNode,
  CaseContext,
  CompiledRoute,
  GuardParams,
  Json,
  RouteCall,
  RouteMachine,
  StateInfo,
} from '#core/model/index.ts';
import { advance } from './call.ts';
import { guardParams, transitionsOf } from './permissions.ts';
import { queueOf } from './state.ts';
import { valueKey } from './state-info.ts';

/** A place together with who has passed it in this round. */
type Configuration = { info: StateInfo; acted: string[] };

/** How the guards of one event are decided. */
type Decider = Pick<RouteCall, 'decide'>;

/** A move between two configurations, and what decided its guards. */
type Move<D extends Decider = Decider> = {
  from: Configuration;
  to: Configuration;
  event: string;
  by: string;
  decider: D;
};

type Exploration<D extends Decider = Decider> = { configurations: Configuration[]; moves: Move<D>[] };

const explored = new WeakMap<RouteMachine, Exploration>();

/**
 * Every place that a case can reach, whatever its rules give: each rule is taken to hold and not to
 * hold. Worked out once a route.
 */
function explore(compiled: CompiledRoute): Exploration {
  const parts = compiled.machine;
  const known = explored.get(parts);
  if (known) return known;
  const desks = Object.fromEntries(Object.keys(compiled.definition.desks).map((desk) => [desk, desk]));
  const found = walk(compiled, desks, (by, index, other) => ({
    decide: (params) => chosen(params, by, index, other),
  }));
  explored.set(parts, found);
  return found;
}

/** `index` is the transition that is fired, `other` the one that holds of those that no person fires. */
function chosen(params: GuardParams, by: string, index: number, other: number): boolean {
  if (params.by === null) return params.run === null || params.index === other;
  return params.by.includes(by) && (params.index === index || params.run === null);
}

type Decide<D extends Decider> = (by: string, index: number, other: number) => D;

/** One choice for each rule that may stand on a transition nobody fires, and one where none holds. */
function choicesOf(node: ActiveNode): number {
  const unattended = [...(node.always ?? []), ...[...node.transitions.values()].flat()]
    .map((one) => guardParams(one.guard))
    .filter((params) => params?.by === null && params.run !== null);
  const own = unattended.map((params) => (params?.index ?? 0) + 2);
  return Math.max(1, ...own, ...Object.values(node.states).map(choicesOf));
}

/** Far above what routes have (eleven desks in any order are 2,048); a walk beyond it would not end. */
const MOST_CONFIGURATIONS = 2_500;

/**
 * Walks the machine breadth first. `decide` makes what decides the guards of one event: it is told who fires, which of
 * the event's transitions is looked at, and which of those that nobody fires. Throws where there is no end to it.
 */
export function walk<D extends Decider>(
  compiled: CompiledRoute,
  desks: CaseContext['desks'],
  decide: Decide<D>,
): Exploration<D> {
  const parts = compiled.machine;
  const start: Configuration = { info: parts.initial, acted: [] };
  const seen = new Map([[keyOf(start), start]]);
  const moves: Move<D>[] = [];
  const waiting = [start];
  for (let from = waiting.shift(); from; from = waiting.shift()) {
    for (const move of movesFrom(compiled, from, desks, decide)) {
      const key = keyOf(move.to);
      const to = seen.get(key) ?? move.to;
      if (seen.size > MOST_CONFIGURATIONS) throw endless(compiled, move);
      if (!seen.has(key)) waiting.push(to);
      seen.set(key, to);
      moves.push({ ...move, to });
    }
  }
  return { configurations: [...seen.values()], moves };
}

function endless({ definition }: CompiledRoute, { from, event, by }: Move): Error {
  const acted = from.acted.slice(0, 10).join(', ') || 'nobody';
  return new Error(
    `Route "${definition.id}" has more than ${MOST_CONFIGURATIONS} configurations; the walk ended with "${event}" by ${by} at ${from.info.text}, passed by ${acted}`,
  );
}

const keyOf = ({ info, acted }: Configuration) => `${valueKey(info.value)}|${[...acted].sort().join(',')}`;

function movesFrom<D extends Decider>(
  compiled: CompiledRoute,
  from: Configuration,
  desks: CaseContext['desks'],
  decide: Decide<D>,
): Move<D>[] {
  if (from.info.final) return [];
  const parts = compiled.machine;
  const others = Array.from({ length: choicesOf(parts.machine.root) }, (_, index) => index);
  const open = from.info.nodes.flatMap((node) => transitionsOf(node, compiled.definition));
  return open.flatMap(({ event, params }) =>
    (params.by ?? []).flatMap((by) =>
      others.flatMap((other) => {
        const decider = decide(by, params.index, other);
        const to = fire(parts, from, desks, { event, by, decide: decider.decide });
        return to ? [{ from, to, event, by, decider }] : [];
      }),
    ),
  );
}

function fire(
  parts: RouteMachine,
  from: Configuration,
  desks: CaseContext['desks'],
  what: { event: string; by: string } & Decider,
): Configuration | null {
  const context: CaseContext = {
    round: 1,
    acted: from.acted,
    returnedBy: null,
    enteredAt: '',
    desks,
    vars: {},
  };
  const call: RouteCall = { by: what.by, desks, decide: what.decide, compute: () => null };
  const moved = advance(parts, from.info, context, call, what.event);
  return moved && { info: parts.info(moved.value), acted: moved.context.acted };
}

/** Every state value that a case can reach, the initial one first. */
export function stateValues(compiled: CompiledRoute): Json[] {
  return [...new Set(explore(compiled).configurations.map(({ info }) => info))].map((info) => info.value);
}

/** The buttons of each queue by desk: what the desk may fire at some case that it can see there. */
export function queueEvents(compiled: CompiledRoute): Record<string, Record<string, string[]>> {
  const { desks, queues, events } = compiled.definition;
  const offered: Record<string, Record<string, string[]>> = Object.fromEntries(
    Object.keys(queues).map((id) => [id, {}]),
  );
  for (const { info, acted } of explore(compiled).configurations) {
    for (const desk of Object.keys(desks)) {
      const queue = offered[queueOf(queues, info, desk, acted) ?? ''];
      if (queue) queue[desk] = [...(queue[desk] ?? []), ...eventsBy(compiled, info, desk)];
    }
  }
  const order = Object.keys(events);
  const sorted = (list: string[]) => order.filter((event) => list.includes(event));
  for (const queue of Object.values(offered)) {
    for (const desk of Object.keys(queue)) queue[desk] = sorted(queue[desk] ?? []);
  }
  return offered;
}

function eventsBy(compiled: CompiledRoute, info: StateInfo, desk: string): string[] {
  if (info.final) return [];
  const open = info.nodes.flatMap((node) => transitionsOf(node, compiled.definition));
  return open.filter(({ params }) => params.by?.includes(desk)).map(({ event }) => event);
}
