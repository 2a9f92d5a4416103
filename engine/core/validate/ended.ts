import { eachRecord, type ResolvedAnswers } from '#core/evaluate/index.ts';
import { valueAt } from '#core/json/index.ts';
import type { CompiledEdition, CompiledField, CompiledSection, Json } from '#core/model/index.ts';
import { entryOf } from '#core/vocabulary/index.ts';
import type { Report } from './report.ts';

/** Codes that have ended since the edition of the application was published: another has to be chosen. */
export function checkEnded(
  edition: CompiledEdition,
  section: CompiledSection,
  { values, ended }: ResolvedAnswers,
  report: Report,
): void {
  if (Object.keys(ended).length === 0) return;
  const value = values[section.id];
  eachRecord(section, value, (record, index) => {
    for (const field of section.fields) {
      const gone = endedIn(field, valueAt(record, field.segments), ended);
      if (gone === undefined) continue;
      const list = edition.codes[listOf(field) ?? ''];
      const entry = (list && entryOf(list, gone)?.title) ?? gone;
      const segments = index === null ? field.segments : [String(index), ...field.segments];
      report.add({ section, value, segments, code: 'ended', params: { entry } });
    }
  });
}

const listOf = ({ schema }: CompiledField): string | undefined => schema.code ?? schema.items?.code;

/** The first code of an answer that has ended. */
function endedIn(
  field: CompiledField,
  answer: Json | undefined,
  ended: Record<string, string[]>,
): string | undefined {
  const gone = ended[listOf(field) ?? ''];
  if (gone === undefined) return undefined;
  const chosen = Array.isArray(answer) ? answer : [answer];
  return gone.find((code) => chosen.includes(code));
}
