import {
  atItem,
  atRecord,
  eachItem,
  eachRecord,
  isOffered,
  itemSegments,
  optionFor,
  type ResolvedAnswers,
  reasonAgainst,
} from '#core/evaluate/index.ts';
import { valueAt } from '#core/json/index.ts';
import type {
  CompiledEdition,
  CompiledField,
  CompiledSection,
  Json,
  JsonObject,
  RuleData,
} from '#core/model/index.ts';
import type { Report } from './report.ts';

/**
 * Choices that a field's `optionsWhen` does not offer here, or that its `disabledWhen` refuses, with its reason. Values
 * that are none of the field's are errors of the schema.
 */
export function checkOptions(
  edition: CompiledEdition,
  section: CompiledSection,
  resolved: ResolvedAnswers,
  data: RuleData,
  report: Report,
): void {
  const { narrowed } = section.plan;
  const lists = section.lists.filter((list) => list.narrowed.length > 0);
  if (narrowed.length === 0 && lists.length === 0) return;
  const value = resolved.values[section.id];
  const check = (field: CompiledField, record: JsonObject, above: string[]): void => {
    for (const { at, ...wrong } of refusedIn(edition, field, valueAt(record, field.segments), data))
      report.add({ section, value, segments: [...above, ...field.segments, ...at], ...wrong });
  };
  eachRecord(section, value, (record, index) => {
    atRecord(data, resolved, section.id, record, index);
    for (const field of narrowed) check(field, record, index === null ? [] : [String(index)]);
    for (const list of lists)
      eachItem(record, list.segments, (item, at) => {
        atItem(data, item);
        for (const field of list.narrowed) check(field, item, itemSegments(index, list.segments, at));
      });
  });
  atItem(data, null);
}

type Refused = { at: string[]; code: 'enum' | 'disabled'; message?: string };

/** What of an answer cannot be chosen here; of several each one. */
function refusedIn(
  edition: CompiledEdition,
  field: CompiledField,
  answer: Json | undefined,
  data: RuleData,
): Refused[] {
  const chosen = Array.isArray(answer) ? answer : [answer ?? null];
  return chosen.flatMap((value, index): Refused[] => {
    const at = Array.isArray(answer) ? [String(index)] : [];
    const option = optionFor(edition, field, value);
    if (option === undefined) return [];
    if (!isOffered(field, option, data)) return [{ at, code: 'enum' }];
    const reason = reasonAgainst(field, option, data);
    return reason === undefined ? [] : [{ at, code: 'disabled', message: reason }];
  });
}
