import { atRecord, eachRecord, isOffered, type ResolvedAnswers } from '#core/evaluate/index.ts';
import { valueAt } from '#core/json/index.ts';
import type { CompiledEdition, CompiledSection, RuleData } from '#core/model/index.ts';
import { entryOf } from '#core/vocabulary/index.ts';
import type { Report } from './report.ts';

/** Codes that a field's `optionsWhen` does not offer here. Codes that are in no list are errors of the schema. */
export function checkOptions(
  edition: CompiledEdition,
  section: CompiledSection,
  resolved: ResolvedAnswers,
  data: RuleData,
  report: Report,
): void {
  const { narrowed } = section.plan;
  if (narrowed.length === 0) return;
  const value = resolved.values[section.id];
  eachRecord(section, value, (record, index) => {
    atRecord(data, resolved, section.id, record, index);
    for (const field of narrowed) {
      const code = valueAt(record, field.segments);
      const list = edition.codes[field.schema.code ?? ''];
      const entry = list === undefined ? undefined : entryOf(list, code);
      if (entry === undefined || isOffered(field, entry, data)) continue;
      const segments = index === null ? field.segments : [String(index), ...field.segments];
      report.add({ section, value, segments, code: 'enum' });
    }
  });
}
