import type { AnyStateMachine } from 'xstate';
import { compileLogic, lastingNames } from '#core/compile/index.ts';
import { asObject, isObject } from '#core/json/index.ts';
import type {
  CompiledCondition,
  CompiledLogic,
  CompiledRoute,
  EventCondition,
  Json,
  Logic,
  LogicScope,
  RouteDefinition,
  RouteMachine,
  StateInfo,
} from '#core/model/index.ts';
import { bindMachine } from './bind.ts';
import { createRouteMachine } from './machine.ts';
import { permissionsOf } from './permissions.ts';
import { stateInfoOf, valueKey } from './state-info.ts';

/**
 * Turns a route into a machine that runs: guards bound to the closed dialect, desks folded into them,
 * and the authorization table that follows from it. Throws when a rule or a target does not exist;
 * `lint` reports those beforehand. `written`: the same route as it is written, where this one is in another language.
 */
export function compileRoute(
  route: RouteDefinition,
  scope: LogicScope,
  written?: CompiledRoute,
): CompiledRoute {
  const rule = (logic: Json) => compileLogic(logic, scope);
  const asked: Logic[] = [];
  const bound = bindMachine(route.machine, (logic) => {
    asked.push(logic);
    return rule(logic).run;
  });
  const machine = createRouteMachine(bound);
  const info = infoCache(machine, written?.machine);
  const parts: RouteMachine = {
    machine,
    initial: info(initialValue(machine)),
    info,
    conditions: mapEvents(route, (event) =>
      (event.conditions ?? []).map((one) => compileCondition(one, rule)),
    ),
    batches: compileBatches(route, rule),
    limits: Object.fromEntries(limitsIn(route.machine as Json)),
    delays: compileDelays(route, rule),
    reads: onDemand(() => lastingNames(asked, scope)),
  };
  return { definition: route, machine: parts, permissions: permissionsOf(machine, route) };
}

function onDemand<T>(find: () => T): () => T {
  let found: { value: T } | undefined;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}

function initialValue(machine: AnyStateMachine): Json {
  const initial = machine.root.initial?.target?.[0];
  if (!initial) throw new Error(`Machine "${machine.id}" has no initial state`);
  return initial.path.reduceRight<Json | null>(
    (inner, key) => (inner === null ? key : { [key]: inner }),
    null,
  );
}

function infoCache(machine: AnyStateMachine, written?: RouteMachine): (value: Json) => StateInfo {
  const known = new Map<string, StateInfo>();
  return (value) => {
    const key = valueKey(value);
    const info = known.get(key) ?? stateInfoOf(machine, value, written?.info(value).title);
    known.set(key, info);
    return info;
  };
}

function compileCondition(
  definition: EventCondition,
  rule: (logic: Json) => CompiledLogic,
): CompiledCondition {
  const require = rule(definition.require);
  return definition.when === undefined
    ? { definition, require }
    : { definition, when: rule(definition.when), require };
}

function compileBatches(route: RouteDefinition, rule: (logic: Json) => CompiledLogic) {
  const batches: Record<string, CompiledLogic> = {};
  for (const [id, event] of Object.entries(route.events)) {
    if (event.batch) batches[id] = rule(event.batch.require);
  }
  return batches;
}

/** The time limits of every state that has some, by its path. */
function limitsIn(state: Json, path: string[] = []): [string, string[]][] {
  const { after, states } = asObject(state);
  const own: [string, string[]][] = isObject(after) ? [[path.join('.'), Object.keys(after)]] : [];
  const below = Object.entries(asObject(states)).flatMap(([key, one]) => limitsIn(one, [...path, key]));
  return [...own, ...below];
}

function compileDelays({ delays = {} }: RouteDefinition, rule: (logic: Json) => CompiledLogic) {
  const computed = Object.entries(delays).flatMap(([id, delay]) =>
    'at' in delay ? [[id, rule(delay.at)] as const] : [],
  );
  return Object.fromEntries(computed);
}

function mapEvents<T>(
  route: RouteDefinition,
  make: (event: RouteDefinition['events'][string]) => T,
): Record<string, T> {
  return Object.fromEntries(Object.entries(route.events).map(([id, event]) => [id, make(event)]));
}
