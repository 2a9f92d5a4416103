import type { CompiledStep, Json, JsonObject, RuleData } from '#core/model/index.ts';
import { putValue } from '../../answers.ts';
import { compute, type EvaluationError } from '../../run.ts';
import type { ResolvedAnswers } from '../resolved.ts';

/** What a step makes of what stands in its section; undefined where it takes the section away. */
export type Change = (value: Json, resolved: ResolvedAnswers) => Json | undefined;

/** Says where something could not be computed, and what; the data are pointed there. */
export type Describe = (data: RuleData) => Pick<EvaluationError, 'at' | 'what'>;

/**
 * What a step's logic gives where the data are pointed, in this row, item or column (`key`: in this item of a list); the
 * same as before where that is known, null where it cannot be computed.
 */
export function given(step: CompiledStep, resolved: ResolvedAnswers, describe: Describe, key?: Json): Json {
  const { outcomes, data } = resolved;
  const outcome = outcomes === null ? undefined : outcomes.get(step);
  if (outcome === undefined) return compute(step.logic, data, resolved.errors, describe);
  const where = key ?? data.column?.id ?? data.index;
  const known = outcome.given.get(where);
  if (known !== undefined) return known;
  const value = compute(step.logic, data, outcome.errors, describe);
  outcome.given.set(where, value);
  return value;
}

/** Puts a derived value into a record, copying it unless it is a copy already. */
export function put(
  record: JsonObject,
  segments: readonly string[],
  derived: Json,
  { fresh }: ResolvedAnswers,
): JsonObject {
  // A derived object may be one of ours: it is no longer alone, and must not change when more is put in.
  if (typeof derived === 'object' && derived !== null) fresh.clear();
  return putValue(record, segments, derived, fresh);
}
