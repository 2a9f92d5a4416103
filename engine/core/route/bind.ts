import { isObject } from '#core/json/index.ts';
import type { GuardParams, Json, JsonObject, Logic, MachineConfig, Rule } from '#core/model/index.ts';
import { actions, guardOf } from '#core/vocabulary/index.ts';
import { limitEvent } from './limit-event.ts';
import { type ActionParams, type BoundAction, onlyWhen } from './machine.ts';

type Compile = (logic: Logic) => Rule;
type Bound = { [key: string]: unknown };

const listOf = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

/**
 * Binds a machine's JSON to closures: each guard becomes one `rule` that also holds its desk, so that
 * only who stands in `meta.by` can take the transition; what an action computes is compiled.
 * Throws on a guard of another type than `rule`.
 */
export function bindMachine(config: MachineConfig, compile: Compile): MachineConfig {
  return bindState(config as JsonObject, compile) as MachineConfig;
}

function bindState(state: JsonObject, compile: Compile, path: string[] = []): Bound {
  const { after, ...bound }: Bound = { ...state };
  if (isObject(state.on)) bound.on = mapValues(state.on, (one) => bindTransitions(one, compile, false));
  for (const key of ['always', 'onDone']) {
    if (state[key] !== undefined) bound[key] = bindTransitions(state[key], compile, true);
  }
  for (const key of ['entry', 'exit']) {
    if (state[key] !== undefined) bound[key] = bindActions(state[key], compile);
  }
  if (isObject(state.states)) {
    bound.states = mapValues(state.states, (one, key) =>
      bindState(isObject(one) ? one : {}, compile, [...path, key]),
    );
  }
  return isObject(after) ? withTimer(bound, after as JsonObject, path.join('.'), compile) : bound;
}

/**
 * The time limits of a state as events that the system fires, and what keeps since when the state has been entered:
 * XState would have them fired by a clock in memory.
 */
function withTimer(bound: Bound, after: JsonObject, state: string, compile: Compile): Bound {
  const timer = (type: string, key = ''): BoundAction => ({
    type,
    params: { written: { state, key }, computed: {} },
  });
  const limits = Object.entries(after).map(([key, value]) => {
    const ways = listOf(value).map((one) => ({
      ...(isObject(one) ? one : { target: one }),
      meta: { by: 'system' },
    }));
    const fired = bindTransitions(ways, compile, false).map((one) => ({
      ...one,
      actions: [timer('timer.fired', key), ...listOf(one.actions ?? [])],
    }));
    return [limitEvent(key, state), fired] as const;
  });
  return {
    ...bound,
    on: { ...(bound.on as Bound | undefined), ...Object.fromEntries(limits) },
    entry: [timer('timer.start'), ...listOf(bound.entry ?? [])],
    exit: [...listOf(bound.exit ?? []), timer('timer.stop')],
  };
}

function bindTransitions(value: Json, compile: Compile, unattended: boolean): Bound[] {
  return listOf(value).map((one) => {
    const transition = isObject(one) ? one : { target: one };
    const when = guardLogic(transition);
    const params: GuardParams = {
      by: unattended ? null : deskList(transition),
      when,
      run: when === null ? null : compile(when),
    };
    const bound: Bound = { ...transition, guard: { type: 'rule', params } };
    if (transition.actions !== undefined) bound.actions = bindActions(transition.actions, compile);
    return bound;
  });
}

function deskList(transition: JsonObject): string[] {
  const by = isObject(transition.meta) ? transition.meta.by : undefined;
  if (by === undefined || by === null) return [];
  return listOf(by).map(String);
}

function guardLogic(transition: JsonObject): Logic | null {
  const found = guardOf(transition);
  if (found) return found.logic;
  const guard = transition.guard ?? null;
  if (guard === null) return null;
  throw new Error(`A guard is neither absent nor of type "rule": ${JSON.stringify(guard)}`);
}

function bindActions(value: Json, compile: Compile): unknown[] {
  const written = listOf(value).map((one) => (isObject(one) ? one : { type: one }));
  const bound = written.map((action) => {
    const one = bindAction(action, compile);
    return action.when === undefined ? one : onlyWhen(compile(action.when), one);
  });
  return written.some(({ type }) => VOIDING.has(String(type))) ? [{ type: 'clear' }, ...bound] : bound;
}

/** With the passes of a round goes what was written along with them, before anything new is. */
const VOIDING = new Set(['startRound', 'clearRound']);

/** Effects stay as they are written: they come out of a step for others to carry out. */
function bindAction({ type, params }: JsonObject, compile: Compile): BoundAction {
  const name = String(type);
  const known = actions.get(name);
  if (known) return { type: name, params: bindParams(params, known.logic, compile) };
  return isObject(params) ? { type: name, params } : { type: name };
}

function bindParams(params: Json | undefined, logic: readonly string[] = [], compile: Compile): ActionParams {
  const written = isObject(params) ? params : {};
  return {
    written,
    computed: Object.fromEntries(logic.map((name) => [name, compile(written[name] ?? null)])),
  };
}

function mapValues<T>(record: JsonObject, change: (value: Json, key: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
