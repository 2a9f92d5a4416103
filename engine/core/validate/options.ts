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

const none: string[] = [];

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
  const add = (answer: Json, field: CompiledField, above: string[], at: string[]): void => {
    const refused = refusalOf(edition, field, answer, data);
    if (refused === null) return;
    report.add({ section, value, segments: [...above, ...field.segments, ...at], ...refused });
  };
  const check = (field: CompiledField, record: JsonObject, above: string[]): void => {
    const answer = valueAt(record, field.segments);
    if (Array.isArray(answer))
      for (const [index, one] of answer.entries()) add(one, field, above, [String(index)]);
    else add(answer ?? null, field, above, none);
  };
  eachRecord(section, value, (record, index) => {
    atRecord(data, resolved, section.id, record, index);
    for (const field of narrowed) check(field, record, index === null ? none : [String(index)]);
    for (const list of lists)
      eachItem(record, list.segments, (item, at) => {
        atItem(data, item);
        for (const field of list.narrowed) check(field, item, itemSegments(index, list.segments, at));
      });
  });
  atItem(data, null);
}

type Refused = { code: 'enum' | 'disabled'; message?: string };

/** Why a value cannot be chosen here; null where it can, or is none of the field's. */
function refusalOf(
  edition: CompiledEdition,
  field: CompiledField,
  value: Json,
  data: RuleData,
): Refused | null {
  const option = optionFor(edition, field, value);
  if (option === undefined) return null;
  if (!isOffered(field, option, data)) return { code: 'enum' };
  const reason = reasonAgainst(field, option, data);
  return reason === undefined ? null : { code: 'disabled', message: reason };
}
