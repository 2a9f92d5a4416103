import { evaluating, routeOf } from '#core/compile/index.ts';
import { interpolate } from '#core/json/index.ts';
import type {
  CompiledEdition,
  CompiledRoute,
  EventCondition,
  Refusal,
  RouteEvent,
  Rule,
  RuleData,
} from '#core/model/index.ts';
import { computed, holds } from './call.ts';

/** A condition of an event that does not hold. */
type FailedCondition = Pick<EventCondition, 'id' | 'message' | 'severity' | 'source'>;

/**
 * The conditions of an event that do not hold for this data, warnings among them; a `block` refuses it.
 * An event without conditions, or that the route does not know, has none.
 */
export function conditionsOf(
  edition: CompiledEdition,
  routeId: string,
  event: Pick<RouteEvent, 'type' | 'by' | 'now' | 'input'>,
  data: RuleData,
): FailedCondition[] {
  const seen = { ...data, now: event.now, desk: event.by, input: event.input ?? null };
  return evaluating(edition.scope, () => failedConditions(routeOf(edition, routeId), event.type, seen));
}

/** What the event requires and the case does not fulfil, `block` and `warn` alike. */
export function failedConditions(compiled: CompiledRoute, event: string, data: RuleData): FailedCondition[] {
  const conditions = compiled.machine.conditions[event];
  if (conditions === undefined) return [];
  return conditions
    .filter((one) => applies(one.when?.run, data) && !passes(one.require.run, data))
    .map(({ definition }) => {
      const { id, message, severity, source } = definition;
      return source === undefined ? { id, message, severity } : { id, message, severity, source };
    });
}

/** Whether what a batch requires of everything below the organisation is missing: the refusal, or null. */
export function failedBatch(compiled: CompiledRoute, event: string, data: RuleData): Refusal | null {
  const { batches } = compiled.machine;
  const require = batches[event];
  const batch = compiled.definition.events[event]?.batch;
  if (!require || !batch || passes(require.run, data)) return null;
  const { subtree } = data;
  return { code: 'batch', message: interpolate(batch.message, subtree), details: { subtree } };
}

function applies(when: Rule | undefined, data: RuleData): boolean {
  return when === undefined || holds(when, data);
}

/** Only `true` passes a requirement, as everywhere in the language. */
function passes(require: Rule, data: RuleData): boolean {
  return computed(require, data) === true;
}
