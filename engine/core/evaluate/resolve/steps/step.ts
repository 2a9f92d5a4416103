import type { CompiledSection, CompiledStep, Json, JsonObject, RuleData } from '#core/model/index.ts';
import { truthy } from '#core/vocabulary/index.ts';
import { putValue } from '../../answers.ts';
import { compute } from '../../run.ts';
import type { ResolvedAnswers } from '../resolved.ts';

/** Where a step takes place: its section, what stands there now, and what rules read, pointed at the section. */
export type Site = { section: CompiledSection; value: Json; data: RuleData; resolved: ResolvedAnswers };

/** Whether a step's visibility condition holds; one that cannot be computed does not. */
export function holds(step: CompiledStep, { data, resolved }: Site, at: () => string): boolean {
  return truthy(compute(step.logic, data, resolved.errors, () => ({ at: at(), what: 'visibleWhen' })));
}

/** What a derivation gives; null where it cannot be computed. */
export function derived(step: CompiledStep, { data, resolved }: Site, at: () => string): Json {
  return compute(step.logic, data, resolved.errors, () => ({ at: at(), what: 'derive' }));
}

/** Puts a derived value into a record, copying it unless it is a copy already. */
export function put(
  record: JsonObject,
  segments: string[],
  derived: Json,
  { fresh }: ResolvedAnswers,
): JsonObject {
  // A derived object may be one of ours: it is no longer alone, and must not change when more is put in.
  if (typeof derived === 'object' && derived !== null) fresh.clear();
  return putValue(record, segments, derived, fresh);
}
