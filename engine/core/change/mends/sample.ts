import { asList, asObject, isObject, type Json, type JsonObject } from '#core/json/index.ts';
import { findPart, type Reading } from '../find/parts.ts';

/** Texts that their format takes. */
const FORMATS: Record<string, string> = {
  date: '2020-01-01',
  month: '2020-01',
  'date-time': '2020-01-01T09:00:00+00:00',
  time: '09:00',
  'month-range': '2020.01-2020.06',
  'date-range': '2020-01-01/2020-01-02',
  email: 'a@example.org',
};

/**
 * An answer that a field takes and that asks for as little as can be: the last of a short choice, a box left empty.
 * Undefined where nobody can tell: of a fragment, a pattern, a number with check characters.
 */
export function sampleOf(schema: JsonObject, files: Reading, cycle: Json | undefined): Json | undefined {
  if (schema.const !== undefined) return schema.const;
  const choices = choicesOf(schema, files, cycle);
  if (choices) return schema.type === 'array' ? choices.slice(0, 1) : choices.at(-1);
  if (typeof schema.format === 'string') return FORMATS[schema.format];
  if (schema.pattern !== undefined || schema.fragment !== undefined) return undefined;
  if (schema.type === 'boolean') return false;
  if (schema.type === 'number' || schema.type === 'integer')
    return Number(schema.minimum ?? schema.maximum ?? 0);
  if (schema.type === 'string') return 'x'.repeat(Math.max(1, Number(schema.minLength ?? 1)));
  return schema.type === 'object' ? recordOf(schema, files, cycle) : undefined;
}

function choicesOf(schema: JsonObject, files: Reading, cycle: Json | undefined): Json[] | undefined {
  if (Array.isArray(schema.enum)) return schema.enum;
  if (Array.isArray(schema.oneOf)) return schema.oneOf.map((one) => asObject(one).const ?? null);
  const inner = asObject(schema.items);
  const list = schema.code ?? inner.code;
  if (typeof list !== 'string' && Object.keys(inner).length > 0) return choicesOf(inner, files, cycle);
  if (typeof list !== 'string') return undefined;
  const part = findPart(files, 'codes', list, typeof cycle === 'string' ? cycle : undefined);
  const entries = asList(part && files.value(part.path, ['entries'])).filter(isObject);
  return entries.filter(({ validFrom, validTo }) => !validFrom && !validTo).map(({ code }) => code ?? null);
}

function recordOf(schema: JsonObject, files: Reading, cycle: Json | undefined): Json | undefined {
  const properties = asObject(schema.properties);
  const answers = asList(schema.required).map((name): [string, Json | undefined] => [
    String(name),
    sampleOf(asObject(properties[String(name)]), files, cycle),
  ]);
  const known = answers.flatMap(([name, answer]): [string, Json][] =>
    answer === undefined ? [] : [[name, answer]],
  );
  return known.length < answers.length ? undefined : Object.fromEntries(known);
}
