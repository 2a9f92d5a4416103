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

/** Checks the choices of a section, where the data are pointed. */
type Checking = (edition: CompiledEdition, resolved: ResolvedAnswers, data: RuleData, report: Report) => void;

/**
 * Choices that a field's `optionsWhen` does not offer here, or that its `disabledWhen` refuses, with its reason. Values
 * that are none of the field's are errors of the schema. Undefined where the section has no such field.
 */
export function checkingOptions(section: CompiledSection): Checking | undefined {
  const { narrowed } = section.plan;
  const lists = section.lists.filter((list) => list.narrowed.length > 0);
  if (narrowed.length === 0 && lists.length === 0) return undefined;
  return (edition, resolved, data, report) => {
    const value = resolved.values[section.id];
    const at = { edition, section, value, data, report };
    eachRecord(section, value, (record, index) => {
      atRecord(data, resolved, section.id, record, index);
      for (const field of narrowed) check(field, record, index === null ? none : [String(index)], at);
      for (const list of lists)
        eachItem(record, list.segments, (item, place) => {
          atItem(data, item);
          const above = itemSegments(index, list.segments, place);
          for (const field of list.narrowed) check(field, item, above, at);
        });
    });
    atItem(data, null);
  };
}

type At = {
  edition: CompiledEdition;
  section: CompiledSection;
  value: Json | undefined;
  data: RuleData;
  report: Report;
};

function check(field: CompiledField, record: JsonObject, above: string[], at: At): void {
  const answer = valueAt(record, field.segments);
  if (Array.isArray(answer))
    for (const [index, one] of answer.entries()) checkOne(one, field, above, [String(index)], at);
  else checkOne(answer ?? null, field, above, none, at);
}

function checkOne(answer: Json, field: CompiledField, above: string[], below: string[], at: At): void {
  const { edition, section, value, data, report } = at;
  const refused = refusalOf(edition, field, answer, data);
  if (refused === null) return;
  report.add({ section, value, segments: [...above, ...field.segments, ...below], ...refused });
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
