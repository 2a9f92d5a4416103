import type { ResolvedAnswers } from '#core/evaluate/index.ts';
import { isObject } from '#core/json/index.ts';
import type { CompiledEdition, CompiledSection, FieldSchema, Json } from '#core/model/index.ts';
import { entryOf } from '#core/vocabulary/index.ts';
import type { Report } from './report.ts';

/** Codes that have ended since the edition of the application was published: another has to be chosen. */
export function checkEnded(
  edition: CompiledEdition,
  section: CompiledSection,
  { values, ended }: ResolvedAnswers,
  report: Report,
): void {
  const value = values[section.id] ?? null;
  for (const { list, code, segments } of endedIn(section.shape, value, [], ended)) {
    const found = edition.codes[list];
    const entry = (found && entryOf(found, code)?.title) ?? code;
    report.add({ section, value, segments, code: 'ended', params: { entry } });
  }
}

type Ended = { list: string; code: string; segments: string[] };

/** What of a value has ended, wherever a field names a list. A list of codes is one field. */
function endedIn(
  field: FieldSchema,
  value: Json | undefined,
  segments: string[],
  ended: Record<string, string[]>,
): Ended[] {
  const list = field.code ?? field.items?.code;
  if (list !== undefined) {
    const chosen = Array.isArray(value) ? value : [value];
    const code = ended[list]?.find((gone) => chosen.includes(gone));
    return code === undefined ? [] : [{ list, code, segments }];
  }
  if (Array.isArray(value))
    return value.flatMap((one, at) => endedIn(field.items ?? {}, one, [...segments, String(at)], ended));
  if (!isObject(value)) return [];
  return Object.entries(field.properties ?? {}).flatMap(([name, part]) =>
    endedIn(part, value[name], [...segments, name], ended),
  );
}
