import { atRecord, eachRecord, isOffered, type Settled, valueAt } from '../evaluate/index.ts';
import type { CompiledEdition, CompiledSection, RuleData } from '../model/index.ts';
import type { Report } from './report.ts';

/** Codes that a field's `optionsWhen` does not offer here. What is in no list at all the schema has told already. */
export function checkOptions(
  edition: CompiledEdition,
  section: CompiledSection,
  settled: Settled,
  data: RuleData,
  report: Report,
): void {
  const narrowed = section.fields.filter((field) => field.options !== undefined);
  if (narrowed.length === 0) return;
  const value = settled.values[section.definition.id];
  eachRecord(section, value, (record, index) => {
    atRecord(data, settled, section.definition.id, record, index);
    for (const field of narrowed) {
      const code = valueAt(record, field.segments);
      const entry = edition.codes[field.schema.code ?? '']?.entries.find(
        (candidate) => candidate.code === code,
      );
      if (entry === undefined || isOffered(field, entry, data)) continue;
      const segments = index === null ? field.segments : [String(index), ...field.segments];
      report.add({ section, value, segments, code: 'enum' });
    }
  });
}
