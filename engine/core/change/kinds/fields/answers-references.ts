import { asObject, isObject, type Json, type JsonObject } from '#core/json/index.ts';
import { renamedKeys, updated } from './moved-names.ts';
import type { Renamed } from './renamed.ts';

/** Answers of examples: records and rows. */
export function ofAnswers(value: Json, renamed: Renamed): Json {
  if (Array.isArray(value)) return value.map((one) => ofAnswers(one, renamed));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]): [string, Json] => {
      const isSections = ['sections', 'application', 'applicant', 'unit'].includes(key) && isObject(one);
      return [key, isSections ? inSections(asObject(one), renamed) : ofAnswers(one, renamed)];
    }),
  );
}

function inSections(sections: JsonObject, { section, field, to }: Renamed): JsonObject {
  const answers = sections[section];
  if (answers === undefined) return sections;
  const steps = field.split('/');
  const record = (one: Json): Json =>
    updated(one, steps.slice(0, -1), (owner) => renamedKeys(asObject(owner), steps.at(-1) ?? '', to));
  return { ...sections, [section]: Array.isArray(answers) ? answers.map(record) : record(answers) };
}
