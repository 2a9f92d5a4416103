import type { AnyStateMachine } from 'xstate';
import { assign, enqueueActions, setup } from 'xstate';
import type { GuardParams, JsonObject, MachineConfig, MachineContext, Rule } from '#core/model/index.ts';
import { actions, truthy } from '#core/vocabulary/index.ts';
import { timerActions } from './timers.ts';

/** The params of a bound action: what is written, and what is computed when the event fires. */
export type ActionParams = { written: JsonObject; computed: Record<string, Rule> };

/** An effect as it comes out of a step. */
export type BoundEffect = { type: string; params?: JsonObject };

/** An action as the machine carries it out, or an effect. */
export type BoundAction = { type: string; params?: ActionParams } | BoundEffect;

type RouteEvent = { type: string };

/** Every action of the language as an assignment of XState. */
const assignments = Object.fromEntries(
  [...actions].map(([name, { change }]) => [
    name,
    assign<MachineContext, RouteEvent, ActionParams, RouteEvent, never>(({ context }, params) => ({
      case: { ...context.case, ...change(context.case, context.call, valuesOf(params, context)) },
    })),
  ]),
);

/** What keeps the time limits of the present states: when a state is entered, left, or a limit of it is over. */
const timers = Object.fromEntries(
  Object.entries(timerActions).map(([name, change]) => [
    name,
    assign<MachineContext, RouteEvent, ActionParams, RouteEvent, never>(({ context }, { written }) => ({
      case: { ...context.case, timers: change(context.case.timers ?? {}, written, context.call.now) },
    })),
  ]),
);

/** The action where the rule holds when its turn comes, with what the actions before it have changed; else none. */
export function onlyWhen(run: Rule, action: BoundAction) {
  return enqueueActions<MachineContext, RouteEvent, undefined, RouteEvent, never, never, never, never, never>(
    ({ context: { call, case: kept }, enqueue }) => {
      if (truthy(call.compute(run, kept))) enqueue(action as never);
    },
  );
}

function valuesOf({ written, computed }: ActionParams, { call, case: kept }: MachineContext): JsonObject {
  const values = Object.entries(computed).map(([name, run]) => [name, call.compute(run, kept)]);
  return { ...written, ...Object.fromEntries(values) };
}

const routeSetup = setup({
  types: { context: {} as MachineContext, events: {} as RouteEvent },
  guards: {
    rule: ({ context: { call, case: kept } }: { context: MachineContext }, params: GuardParams) =>
      call.decide(params, kept),
  },
  actions: { ...assignments, ...timers },
});

/** Transitions that nobody fires follow each other; a machine that takes more of them than this is in a cycle. */
const MOST_STEPS = 1_000;

/**
 * Makes an XState machine of a bound config (its guards and actions carry closures by now).
 * Whatever else a definition names as an action comes out as an effect.
 * Throws what XState throws when a target does not exist.
 */
export function createRouteMachine(config: MachineConfig): AnyStateMachine {
  const bounded = { ...config, context: {}, options: { maxIterations: MOST_STEPS } };
  return routeSetup.createMachine(bounded as unknown as Parameters<typeof routeSetup.createMachine>[0]);
}
