import type { CompiledSection, CompiledStep, Json, JsonObject, RuleData } from '#core/model/index.ts';
import { truthy } from '#core/vocabulary/index.ts';
import { putValue } from '../../answers.ts';
import { compute } from '../../run.ts';
import type { ResolvedAnswers } from '../resolved.ts';

/** Where a step takes place: its section, what stands there now, and what rules read, pointed at the section. */
export type Site = {
  section: CompiledSection;
  value: Json;
  data: RuleData;
  resolved: ResolvedAnswers;
  /** The item of a list in a record, by `itemKey`. */
  key?: Json;
};

/** Whether a step's visibility condition holds; one that cannot be computed does not. */
export function holds(step: CompiledStep, site: Site, at: () => string): boolean {
  return truthy(given(step, site, () => ({ at: at(), what: 'visibleWhen' })));
}

/** What a derivation gives; null where it cannot be computed. */
export function derived(step: CompiledStep, site: Site, at: () => string): Json {
  return given(step, site, () => ({ at: at(), what: 'derive' }));
}

type Describe = Parameters<typeof compute>[3];

/** What the step's logic gives here, in this row, item or column; the same as before where that is known. */
function given(step: CompiledStep, { data, resolved, key }: Site, describe: Describe): Json {
  const outcome = resolved.outcomes?.get(step);
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
  segments: string[],
  derived: Json,
  { fresh }: ResolvedAnswers,
): JsonObject {
  // A derived object may be one of ours: it is no longer alone, and must not change when more is put in.
  if (typeof derived === 'object' && derived !== null) fresh.clear();
  return putValue(record, segments, derived, fresh);
}
