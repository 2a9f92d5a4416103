import { evaluating, validEntries } from '#core/compile/index.ts';
import type { CodeEntry, CompiledEdition, CompiledField, JsonObject, RuleData } from '#core/model/index.ts';
import { truthy } from '#core/vocabulary/index.ts';
import { compute } from './run.ts';

/**
 * The entries that a field with a code list offers: valid at the cycle's date, narrowed by `optionsWhen`.
 * `data` is what rules read, with the section and the row chosen. None where the field names no list.
 */
export function optionsOf(
  edition: CompiledEdition,
  field: Pick<CompiledField, 'schema' | 'options'>,
  data: RuleData,
): CodeEntry[] {
  const list = field.schema.code === undefined ? undefined : edition.codes[field.schema.code];
  if (list === undefined) return [];
  const entries = validEntries(list, edition.definition.edition.cycle.asOf);
  return evaluating(edition.scope, () => entries.filter((entry) => isOffered(field, entry, data)));
}

/** Whether `optionsWhen` lets an entry through; a condition that cannot be computed lets nothing through. */
export function isOffered(field: Pick<CompiledField, 'options'>, entry: CodeEntry, data: RuleData): boolean {
  if (field.options === undefined) return true;
  const outer = data.option ?? null;
  data.option = entry as JsonObject;
  const offered = compute(field.options, data, [], () => ({ at: '', what: 'optionsWhen' }));
  data.option = outer;
  return truthy(offered);
}
