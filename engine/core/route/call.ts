import { transition } from 'xstate';
import type {
  CaseContext,
  CaseState,
  CompiledEdition,
  CompiledRoute,
  Effect,
  Json,
  JsonObject,
  Rule,
  RuleData,
} from '#core/model/index.ts';
import { RuleError, truthy } from '#core/vocabulary/index.ts';
import type { RouteMachine } from './compile.ts';
import { partsOf } from './compile.ts';
import type { AnyMachineSnapshot, BoundEffect, MachineContext, RouteCall } from './machine.ts';
import type { StateInfo } from './state-info.ts';

/** The compiled route of an edition. Throws when the edition has none of that id. */
export function routeOf(edition: CompiledEdition, routeId: string): CompiledRoute {
  const compiled = Object.hasOwn(edition.routes, routeId) ? edition.routes[routeId] : undefined;
  if (!compiled) throw new Error(`Edition ${edition.hash.slice(0, 12)} has no route "${routeId}"`);
  return compiled;
}

/** What rules read as `case`. `vacant` names the desks whose organisation no longer serves. */
export function caseFacts(
  info: StateInfo,
  context: CaseContext,
  live: Record<string, string | null>,
): JsonObject {
  return {
    state: info.text,
    title: info.title,
    tags: info.tags,
    round: context.round,
    acted: context.acted,
    returnedBy: context.returnedBy,
    enteredAt: context.enteredAt,
    vars: context.vars,
    vacant: Object.keys(context.desks).filter((desk) => context.desks[desk] !== (live[desk] ?? null)),
  };
}

/** Everything that a rule of the route reads at this event. */
export function ruleData(
  info: StateInfo,
  state: CaseState,
  event: { by: string; now: string; input?: JsonObject },
  data: RuleData,
): RuleData {
  const desks = desksInForce(info, state, data);
  const live = (data.desks ?? state.context.desks) as Record<string, string | null>;
  const facts = caseFacts(info, { ...state.context, desks }, live);
  return {
    ...data,
    desks,
    desk: event.by,
    now: event.now,
    input: event.input ?? data.input ?? null,
    case: facts,
  };
}

/**
 * While the applicant holds the case no desk works on it, so the organisation tree of this moment counts;
 * from the submission on, what was found then.
 */
function desksInForce(info: StateInfo, state: CaseState, data: RuleData): CaseContext['desks'] {
  if (!info.holders.includes('applicant') || !data.desks) return state.context.desks;
  return data.desks as CaseContext['desks'];
}

/** A rule that cannot be computed never passes. */
export function holds(run: Rule, data: RuleData): boolean {
  return truthy(computed(run, data));
}

/** What an action keeps; null where it cannot be computed. */
export function computed(run: Rule, data: RuleData): Json {
  try {
    return run(data);
  } catch (error) {
    if (error instanceof RuleError) return null;
    throw error;
  }
}

/** An event's call on the machine: guards are rules over `data`, seen with the context of that moment. */
export function ruleCall(by: string, now: string, data: RuleData): RouteCall {
  const seen = (context: CaseContext): RuleData => ({
    ...data,
    case: { ...(data.case as JsonObject), round: context.round, acted: context.acted, vars: context.vars },
  });
  return {
    by,
    now,
    taken: false,
    desks: data.desks as CaseContext['desks'],
    decide: (params, context) => {
      if (params.by !== null && !params.by.includes(by)) return false;
      return params.run === null || holds(params.run, params.by === null ? seen(context) : data);
    },
    compute: (run, context) => computed(run, seen(context)),
  };
}

/** Where an event has led: the new value and context, and what is asked of the world. */
export type Advanced = { value: Json; context: CaseContext; effects: Effect[] };

/**
 * Fires an event; null where nobody could take it. The snapshot is the place's own: the machine is not walked again.
 * Throws, with event and state, where the machine goes in a circle of transitions that nobody fires.
 */
export function advance(
  parts: RouteMachine,
  info: StateInfo,
  context: CaseContext,
  call: RouteCall,
  type: string,
): Advanced | null {
  if (info.final) return null;
  const before = { ...info.snapshot, context: { case: context, call } } as AnyMachineSnapshot;
  const [after, actions] = namingWhere(parts.machine.id, type, info, () =>
    transition(parts.machine, before, { type }),
  );
  if (!call.taken) return null;
  const effects = actions.map((action) => ({
    type: action.type,
    params: (action as BoundEffect).params ?? {},
  }));
  return { value: after.value as Json, context: (after.context as MachineContext).case, effects };
}

function namingWhere<T>(machine: string, event: string, info: StateInfo, run: () => T): T {
  try {
    return run();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Event "${event}" at ${info.text} of machine "${machine}": ${reason}`, { cause: error });
  }
}

/** A case's route and what its state says. */
export function locate(compiled: CompiledRoute, state: CaseState): { parts: RouteMachine; info: StateInfo } {
  const parts = partsOf(compiled);
  return { parts, info: parts.info(state.value) };
}
