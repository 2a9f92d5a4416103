import type { AnyMachineSnapshot } from 'xstate';
import { transition } from 'xstate';
import type {
  CaseContext,
  CaseState,
  CompiledRoute,
  Effect,
  Json,
  JsonObject,
  MachineContext,
  RouteCall,
  RouteMachine,
  Rule,
  RuleData,
  StateFacts,
  StateInfo,
} from '#core/model/index.ts';
import { RuleError, truthy } from '#core/vocabulary/index.ts';
import type { BoundEffect } from './machine.ts';

/** What rules read as `case`. `vacant` names the desks whose organisation no longer serves. */
export function caseFacts(info: StateInfo, context: CaseContext, live: CaseContext['desks']): StateFacts {
  return {
    state: info.text,
    title: info.ruleTitle,
    tags: info.tags,
    round: context.round,
    acted: context.acted,
    returnedBy: context.returnedBy,
    enteredAt: context.enteredAt,
    vars: context.vars,
    vacant: Object.keys(context.desks).filter((desk) => context.desks[desk] !== (live[desk] ?? null)),
  };
}

/**
 * Everything that a rule of the route reads at this event. `data.desks` are the organisations of this moment: they
 * count while the applicant holds the case and no desk works on it; from the submission on, what was found then.
 */
export function eventData(
  info: StateInfo,
  { context }: CaseState,
  event: { by: string; now: string; input?: JsonObject },
  data: RuleData,
): RuleData {
  const desks = info.holders.includes('applicant') ? data.desks : context.desks;
  return {
    ...data,
    desks,
    desk: event.by,
    now: event.now,
    input: event.input ?? data.input,
    case: { ...data.case, ...caseFacts(info, { ...context, desks }, data.desks) },
  };
}

/** A rule that cannot be computed never passes. */
export function holds(run: Rule, data: JsonObject): boolean {
  return truthy(computed(run, data));
}

/** What an action keeps; null where it cannot be computed. */
export function computed(run: Rule, data: JsonObject): Json {
  try {
    return run(data);
  } catch (error) {
    if (error instanceof RuleError) return null;
    throw error;
  }
}

/** An event's call on the machine: guards are rules over `data`, seen with the context of that moment. */
export function ruleCall(by: string, data: RuleData): RouteCall {
  const seen = (context: CaseContext): RuleData => ({
    ...data,
    case: { ...data.case, round: context.round, acted: context.acted, vars: context.vars },
  });
  return {
    by,
    now: data.now ?? '',
    desks: data.desks,
    decide: (params, context) => {
      if (params.by !== null && !params.by.includes(by)) return false;
      return params.run === null || holds(params.run, params.by === null ? seen(context) : data);
    },
    compute: (run, context) => computed(run, seen(context)),
  };
}

/** Whether a guard lets some transition take the event. */
function isTaken({ machine }: RouteMachine, before: AnyMachineSnapshot, type: string): boolean {
  return machine.getTransitionData(before, { type }).length > 0;
}

/** Whether the event, if it may be fired, leads to another state, or into this one anew. */
export function leaves(
  route: RouteMachine,
  info: StateInfo,
  context: CaseContext,
  call: RouteCall,
  type: string,
): boolean {
  const taken = route.machine.getTransitionData(snapshotOf(route, info, context, call), { type });
  return taken.some(({ target }) => target !== undefined && target.length > 0);
}

/** The snapshot is the state's own: the machine is not walked again. */
function snapshotOf(
  { machine }: RouteMachine,
  info: StateInfo,
  context: CaseContext,
  call: RouteCall,
): AnyMachineSnapshot {
  const historyValue = mapValues(context.history ?? {}, (ids) =>
    ids.map((id) => machine.getStateNodeById(id)),
  );
  return { ...info.snapshot, historyValue, context: { case: context, call } } as AnyMachineSnapshot;
}

/** What a later event has to know of the states that were left, where the machine has history states. */
function historyOf({ historyValue }: AnyMachineSnapshot): Pick<CaseContext, 'history'> {
  if (Object.keys(historyValue).length === 0) return {};
  return { history: mapValues(historyValue, (nodes) => nodes.map((node) => node.id)) };
}

const mapValues = <T, R>(record: Readonly<Record<string, T>>, change: (value: T) => R): Record<string, R> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

/** Where an event has led: the new value and context, and what is asked of the world. */
export type Advanced = { value: Json; context: CaseContext; effects: Effect[] };

/**
 * Fires an event; null where nobody may: a step may change nothing and still count. Throws, with event and state,
 * where the machine goes in a circle of transitions that nobody fires.
 */
export function advance(
  route: RouteMachine,
  info: StateInfo,
  context: CaseContext,
  call: RouteCall,
  type: string,
): Advanced | null {
  const before = snapshotOf(route, info, context, call);
  if (info.final || !isTaken(route, before, type)) return null;
  const [after, actions] = namingWhere(route.machine.id, type, info, () =>
    transition(route.machine, before, { type }),
  );
  const effects = actions.map((action) => ({
    type: action.type,
    params: (action as BoundEffect).params ?? {},
  }));
  const kept = (after.context as MachineContext).case;
  return { value: after.value as Json, context: { ...kept, ...historyOf(after) }, effects };
}

function namingWhere<T>(machine: string, event: string, info: StateInfo, run: () => T): T {
  try {
    return run();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Event "${event}" at ${info.text} of machine "${machine}": ${reason}`, { cause: error });
  }
}

/** What the state of a case says. */
export function infoOf({ machine }: CompiledRoute, state: CaseState): StateInfo {
  return machine.info(state.value);
}
