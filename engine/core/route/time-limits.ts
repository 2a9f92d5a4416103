import { evaluating } from '#core/compile/index.ts';
import { asText } from '#core/json/index.ts';
import type {
  CaseState,
  CompiledEdition,
  CompiledRoute,
  Effect,
  Json,
  RuleData,
  StateInfo,
} from '#core/model/index.ts';
import { endOfDuration, parseDuration } from '#core/vocabulary/index.ts';
import { advance, computed, eventData, infoOf, leaves, ruleCall } from './call.ts';
import { limitEvent } from './limit-event.ts';
import { byTime, isOver } from './moments.ts';
import { nextState } from './step.ts';

/**
 * A time limit that runs in the state at this path: `at` is the moment, or the last day. Where it `moves`, an answer or
 * the window of the cycle may change it.
 */
type TimeLimit = { state: string; key: string; at: string; moves: boolean };

/** What comes of a time limit that is over: where the case goes, and the effects asked for. */
type Lapsed = TimeLimit & { next: CaseState; effects: Effect[] };

/** The time limits that run and have not been fired, soonest first. `data` is what rules read. */
export function timeLimits(
  edition: CompiledEdition,
  compiled: CompiledRoute,
  state: CaseState,
  data: RuleData,
): TimeLimit[] {
  if (!hasTimeLimits(compiled, state)) return [];
  const seen = systemData(infoOf(compiled, state), state, data);
  const found = evaluating(edition.scope, () =>
    running(compiled, state).map((one) => ({ ...one, at: endOfLimit(compiled, one, seen) })),
  );
  return found
    .flatMap(({ at, since, ...limit }) => (at === null ? [] : [{ ...limit, at }]))
    .sort((one, other) => byTime(one.at, other.at));
}

/**
 * Fires the first time limit that is over and whose guard, if it has one, holds now; null where there is none. As with
 * `step` nothing is carried out.
 */
export function lapse(
  edition: CompiledEdition,
  compiled: CompiledRoute,
  state: CaseState,
  data: RuleData & { now: string },
): Lapsed | null {
  const info = infoOf(compiled, state);
  const call = ruleCall('system', systemData(info, state, data));
  const over = timeLimits(edition, compiled, state, data).filter(({ at }) => isOver(at, data.now));
  return evaluating(edition.scope, () => {
    for (const limit of over) {
      const event = limitEvent(limit.key, limit.state);
      const moved = advance(compiled.machine, info, state.context, call, event);
      if (moved) return { ...limit, next: nextState(state, moved, data.now), effects: moved.effects };
    }
    return null;
  });
}

/** Of the time limits that run those that lead out of their state, as things stand now; soonest first. */
export function leavingLimits(
  edition: CompiledEdition,
  compiled: CompiledRoute,
  state: CaseState,
  data: RuleData,
): TimeLimit[] {
  if (!hasTimeLimits(compiled, state)) return [];
  const info = infoOf(compiled, state);
  const call = ruleCall('system', systemData(info, state, data));
  return evaluating(edition.scope, () =>
    timeLimits(edition, compiled, state, data).filter(({ key, state: path }) =>
      leaves(compiled.machine, info, state.context, call, limitEvent(key, path)),
    ),
  );
}

/** Whether some time limit runs that has not been fired. */
export const hasTimeLimits = (compiled: CompiledRoute, state: CaseState): boolean =>
  running(compiled, state).length > 0;

type Running = Pick<TimeLimit, 'state' | 'key' | 'moves'> & { since: string };

function running({ machine }: CompiledRoute, { value, context }: CaseState): Running[] {
  if (context.timers === undefined) return [];
  return machine.info(value).nodes.flatMap(({ path }) => {
    const state = path.join('.');
    const timer = context.timers?.[state];
    if (!timer) return [];
    const open = (machine.limits[state] ?? []).filter((key) => !timer.fired.includes(key));
    return open.map((key) => ({ state, key, since: timer.since, moves: key in machine.delays }));
  });
}

function endOfLimit({ machine, definition }: CompiledRoute, limit: Running, data: RuleData): string | null {
  const rule = machine.delays[limit.key];
  if (rule) return moment(computed(rule.run, data));
  const delay = definition.delays?.[limit.key];
  const duration = parseDuration(delay && 'after' in delay ? delay.after : limit.key);
  return duration && endOfDuration(limit.since, duration);
}

function moment(value: Json): string | null {
  const text = asText(value);
  return text === undefined || Number.isNaN(Date.parse(text)) ? null : text;
}

const systemData = (info: StateInfo, state: CaseState, data: RuleData): RuleData =>
  eventData(info, state, { by: 'system', now: data.now ?? state.context.enteredAt }, data);
