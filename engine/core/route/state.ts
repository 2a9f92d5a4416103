import { evaluating, routeOf } from '#core/compile/index.ts';
import type {
  CaseContext,
  CaseState,
  CompiledEdition,
  CompiledRoute,
  QueueDefinition,
  Rule,
  RuleData,
  StateFacts,
  StateInfo,
} from '#core/model/index.ts';
import { caseFacts, eventData, holds, infoOf } from './call.ts';
import { offersOf } from './offers.ts';

/** Who holds the case: desks, `applicant`, or nobody. */
export const holdersOf = (compiled: CompiledRoute, state: CaseState): string[] =>
  infoOf(compiled, state).holders;

/** The words that its states are tagged with. */
export const tagsOf = (compiled: CompiledRoute, state: CaseState): string[] => infoOf(compiled, state).tags;

/** Where it stands, in the definition's words. */
export const titleOf = (compiled: CompiledRoute, state: CaseState): string => infoOf(compiled, state).title;

/**
 * What forms, sheets and rosters read as `case`. `live` = who holds each desk at this moment; without it no desk
 * counts as vacant.
 */
export const caseFactsOf = (
  compiled: CompiledRoute,
  state: CaseState,
  live: CaseContext['desks'] = state.context.desks,
): StateFacts => caseFacts(infoOf(compiled, state), state.context, live);

/** Accounts: whether the person may log in. */
export const allowsLogin = (compiled: CompiledRoute, state: CaseState): boolean =>
  infoOf(compiled, state).login;

/**
 * Who may write to it now: whoever holds it, of the desks only where the state lets them correct; and the desks that
 * may correct what nobody holds.
 */
export function writersOf(compiled: CompiledRoute, state: CaseState): string[] {
  const { holders, correctors, corrections } = infoOf(compiled, state);
  return [...(corrections ? holders : holders.filter((one) => one === 'applicant')), ...correctors];
}

/** Nothing can happen to it any more. */
export const isEnded = (compiled: CompiledRoute, state: CaseState): boolean => infoOf(compiled, state).final;

/** In which queue each desk sees the case; null where it sees it in none. */
export function queuesOf(compiled: CompiledRoute, state: CaseState): Record<string, string | null> {
  const info = infoOf(compiled, state);
  const { desks, queues } = compiled.definition;
  const found = Object.keys(desks).map((desk) => {
    const vacant = (state.context.desks[desk] ?? null) === null;
    return [desk, vacant ? null : queueOf(queues, info, desk, state.context.acted)] as const;
  });
  return Object.fromEntries(found);
}

/** The queue of one desk: what the states say, else what the queue holds by itself. */
export function queueOf(
  queues: Record<string, QueueDefinition>,
  info: StateInfo,
  desk: string,
  acted: string[],
): string | null {
  const named = info.queues.get(desk);
  if (named !== undefined) return named;
  if (info.holders.includes(desk)) return queueHolding(queues, 'current');
  return acted.includes(desk) ? queueHolding(queues, 'acted') : null;
}

function queueHolding(queues: Record<string, QueueDefinition>, what: 'current' | 'acted'): string | null {
  return Object.keys(queues).find((id) => queues[id]?.holds === what) ?? null;
}

/**
 * The events that `by` can fire at the case right now, in the order of the route's `events`. Conditions
 * are not asked: they refuse with a reason, whereas what is not listed is not offered at all.
 */
export function actionsOf(
  edition: CompiledEdition,
  routeId: string,
  state: CaseState,
  by: string,
  data: RuleData,
): string[] {
  const compiled = routeOf(edition, routeId);
  const offers = offersOf(compiled, state, by);
  if (offers.every(({ rules }) => rules.length === 0)) return offers.map(({ event }) => event);
  const now = data.now ?? state.context.enteredAt;
  const seen = eventData(infoOf(compiled, state), state, { by, now }, data);
  const isOpen = (rules: Rule[]): boolean => rules.length === 0 || rules.some((run) => holds(run, seen));
  return evaluating(edition.scope, () =>
    offers.filter(({ rules }) => isOpen(rules)).map(({ event }) => event),
  );
}
