import type {
  CaseContext,
  CompiledRoute,
  Json,
  RouteCall,
  RouteMachine,
  StateInfo,
} from '#core/model/index.ts';
import { advance } from './call.ts';
import { transitionsOf } from './permissions.ts';
import { queueOf } from './state.ts';
import { valueKey } from './state-info.ts';
import { everyWay } from './ways.ts';

/** A place together with who has passed it in this round, and where its history states lead back to. */
type Configuration = { info: StateInfo; acted: string[]; history?: CaseContext['history'] };

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
 * hold, by itself. Worked out once a route.
 */
function explore(compiled: CompiledRoute): Exploration {
  const parts = compiled.machine;
  const known = explored.get(parts);
  if (known) return known;
  const desks = Object.fromEntries(Object.keys(compiled.definition.desks).map((desk) => [desk, desk]));
  const found = walk(compiled, desks, (by, choose) => ({
    decide: (params, context) => {
      if (params.by !== null && !params.by.includes(by)) return false;
      return params.run === null || choose(params, context);
    },
  }));
  explored.set(parts, found);
  return found;
}

/** Makes what decides the guards of one event: it is told who fires, and has what it does not know chosen. */
type Decide<D extends Decider> = (by: string, choose: RouteCall['decide']) => D;

/** Far above what routes have (eleven desks in any order are 2,048); a walk beyond it would not end. */
const MOST_CONFIGURATIONS = 2_500;

/**
 * Walks the machine breadth first, with each guard that `decide` has chosen both holding and not. Throws where there
 * is no end to it.
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

const keyOf = ({ info, acted, history = {} }: Configuration) =>
  `${valueKey(info.value)}|${[...acted].sort().join(',')}|${valueKey(history)}`;

function movesFrom<D extends Decider>(
  compiled: CompiledRoute,
  from: Configuration,
  desks: CaseContext['desks'],
  decide: Decide<D>,
): Move<D>[] {
  if (from.info.final) return [];
  return firesOf(compiled, from.info).flatMap(({ event, by }) =>
    everyWay({ event, by, at: from.info.text }, (choose) => {
      const decider = decide(by, choose);
      const to = fire(compiled.machine, from, desks, { event, by, decide: decider.decide });
      return to && { from, to, event, by, decider };
    }),
  );
}

/** Who may fire what at a place, each pair once. */
function firesOf(compiled: CompiledRoute, info: StateInfo): { event: string; by: string }[] {
  const open = info.nodes.flatMap((node) => transitionsOf(node, compiled.definition));
  const fires = open.flatMap(({ event, params }) => (params.by ?? []).map((by) => ({ event, by })));
  return [...new Map(fires.map((one) => [`${one.event}\n${one.by}`, one])).values()];
}

function fire(
  parts: RouteMachine,
  from: Configuration,
  desks: CaseContext['desks'],
  what: { event: string; by: string } & Decider,
): Configuration | null {
  const { acted, history } = from;
  const context: CaseContext = {
    round: 1,
    acted,
    returnedBy: null,
    enteredAt: '',
    desks,
    vars: {},
    ...(history && { history }),
  };
  const call: RouteCall = { by: what.by, now: '', desks, decide: what.decide, compute: () => null };
  const moved = advance(parts, from.info, context, call, what.event);
  return (
    moved && { info: parts.info(moved.value), acted: moved.context.acted, history: moved.context.history }
  );
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
