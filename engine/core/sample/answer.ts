import { isObject, type Json, type JsonObject } from '#core/json/index.ts';
import type { CompiledEdition, FieldSchema } from '#core/model/index.ts';
import { type Content, rowsOf, textOf } from './content.ts';

/** For what a sample is made; `number` tells rows apart. */
export type Making = { edition: CompiledEdition; content: Content; number: string };

/** Texts that their format takes; where a format is not named here, what was answered stays. */
const FORMATS: Record<string, string> = {
  date: '2020-01-01',
  month: '2020-01',
  'month-range': '2020.01-2020.06',
  'date-range': '2020-01-01/2020-01-08',
  time: '09:00',
};
/** Text of one line that may be anything. */
const FREE = 'identifier';
const OPEN_TEXT = 100;
const LIST_ITEMS = 3;

/**
 * An answer to a field out of the one that was given, undefined where it stays open. Choices, formats and what the
 * engine computes keep their answers, texts and numbers become as long as the content asks.
 */
export function answerOf(making: Making, schema: FieldSchema, given: Json | undefined): Json | undefined {
  const { content } = making;
  if (schema.derive !== undefined) return given;
  if (content === 'least' && schema.none !== undefined) return schema.none;
  if (schema.type === 'object') return recordOf(making, schema, given);
  if (schema.type === 'array') return listOf(making, schema, given);
  if (isChoice(schema)) return given ?? (content === 'least' ? undefined : choiceOf(making.edition, schema));
  if (schema.type === 'boolean') return content === 'full' ? true : (given ?? false);
  if (schema.type === 'number' || schema.type === 'integer') return numberOf(content, schema, given);
  return stringOf(making, schema, given);
}

const isChoice = ({ code, enum: values, oneOf, const: only }: FieldSchema): boolean =>
  [code, values, oneOf, only].some((one) => one !== undefined);

function choiceOf({ codes }: CompiledEdition, schema: FieldSchema): Json | undefined {
  const [listed] = codes[schema.code ?? '']?.entries ?? [];
  return schema.const ?? schema.enum?.[0] ?? schema.oneOf?.[0]?.const ?? listed?.code;
}

function numberOf(
  content: Content,
  { minimum, maximum }: FieldSchema,
  given: Json | undefined,
): Json | undefined {
  if (content === 'full' && maximum !== undefined) return maximum;
  return content === 'least' ? given : (given ?? Math.min(Math.max(minimum ?? 0, 1), maximum ?? 1));
}

function stringOf(
  { content, number }: Making,
  schema: FieldSchema,
  given: Json | undefined,
): Json | undefined {
  const { format, pattern, maxLength = OPEN_TEXT, title = '' } = schema;
  const answered = typeof given === 'string' ? given : '';
  if (format !== undefined && format !== FREE) return answered || FORMATS[format];
  if (pattern !== undefined) return given;
  return content === 'least' && answered !== ''
    ? given
    : textOf(content, nameOf(title, number), maxLength, answered);
}

/** Of a row its number goes on behind a point. */
const nameOf = (title: string, number: string): string => (number === '' ? title : `${title}${number}.`);

/** The fields of a record; with little content those alone that must be answered. */
export function recordOf(making: Making, schema: FieldSchema, given: Json | undefined): JsonObject {
  const before = isObject(given) ? given : {};
  const { required = [] } = schema;
  const answers = Object.entries(schema.properties ?? {}).map(([name, field]): [string, Json | undefined] => {
    const isAsked = required.includes(name) || field.requiredWhen !== undefined;
    if (making.content === 'least' && !isAsked) return [name, undefined];
    return [name, answerOf(making, field, before[name])];
  });
  return Object.fromEntries(
    answers.flatMap(([name, answer]) => (answer === undefined ? [] : [[name, answer]])),
  );
}

function listOf(making: Making, schema: FieldSchema, given: Json | undefined): Json[] {
  const before = Array.isArray(given) ? given : [];
  const { items = {}, minItems = 0, maxItems = LIST_ITEMS } = schema;
  const count = isChoice(items) ? before.length : rowsOf(making.content, before.length, minItems, maxItems);
  return Array.from({ length: count }, (_, index) => {
    const number = `${making.number}-${index + 1}`;
    return answerOf({ ...making, number }, items, before[index % Math.max(before.length, 1)]) ?? null;
  });
}
