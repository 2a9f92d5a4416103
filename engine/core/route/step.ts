import { evaluating, routeOf } from '#core/compile/index.ts';
import type {
  CaseContext,
  CaseState,
  CompiledEdition,
  CompiledRoute,
  Refusal,
  RouteEvent,
  RuleData,
  StepResult,
} from '#core/model/index.ts';
import { type Advanced, advance, eventData, infoOf, ruleCall } from './call.ts';
import { failedBatch, failedConditions } from './conditions.ts';
import { refusal } from './refusal.ts';
import { valueKey } from './state-info.ts';
import { firstTimers } from './timers.ts';

/**
 * A case at the machine's first state. A route that begins with the applicant has not been handed in yet
 * (round 0); one that begins at a desk, as a registration does, has been by being made.
 */
export function initialState(compiled: CompiledRoute, now: string, desks: CaseContext['desks']): CaseState {
  const { initial, limits } = compiled.machine;
  const round = initial.holders.includes('applicant') ? 0 : 1;
  const timers = firstTimers(initial, limits, now);
  return {
    value: initial.value,
    context: { round, acted: [], returnedBy: null, enteredAt: now, desks, vars: {}, ...timers },
  };
}

/**
 * Fires one event at a case: takes the state, the event and what rules read; gives the next state and the
 * effects asked for, or why not. Nothing is carried out. `data.desks` are the organisations as they are
 * found now: they start a new round, and tell which pinned ones no longer serve.
 * Throws when the route or the state does not exist.
 */
export function step(
  edition: CompiledEdition,
  routeId: string,
  state: CaseState,
  event: RouteEvent,
  data: RuleData,
): StepResult {
  return evaluating(edition.scope, () => fired(edition, routeOf(edition, routeId), state, event, data));
}

function fired(
  edition: CompiledEdition,
  compiled: CompiledRoute,
  state: CaseState,
  event: RouteEvent,
  data: RuleData,
): StepResult {
  const info = infoOf(compiled, state);
  const refused = (code: 'unknown-event' | 'not-allowed', title: string): StepResult => ({
    refused: refusal(code, { locale: edition.definition.programme.locale, event: title, state: info.title }),
  });
  if (!Object.hasOwn(compiled.definition.events, event.type)) return refused('unknown-event', event.type);
  const seen = eventData(info, state, event, data);
  const moved = advance(compiled.machine, info, state.context, ruleCall(event.by, seen), event.type);
  if (!moved) return refused('not-allowed', compiled.definition.events[event.type]?.title ?? event.type);
  const failed = firstFailure(compiled, event.type, seen);
  if (failed) return { refused: failed };
  return { next: nextState(state, moved, event.now), effects: moved.effects };
}

function firstFailure(compiled: CompiledRoute, event: string, data: RuleData): Refusal | null {
  const blocking = failedConditions(compiled, event, data).find((one) => one.severity === 'block');
  if (blocking) return { code: 'condition', message: blocking.message, condition: blocking.id };
  return failedBatch(compiled, event, data);
}

/** Where a step leads; the present state has been entered when it was not the present one before. */
export function nextState(state: CaseState, { value, context }: Advanced, now: string): CaseState {
  const stayed = value === state.value || valueKey(value) === valueKey(state.value);
  return { value, context: stayed ? context : { ...context, enteredAt: now } };
}
