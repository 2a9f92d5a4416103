import { type OwnChoice, ownChoices } from '#core/form/index.ts';
import { pointer } from '#core/json/index.ts';
import type { FieldSchema, Json } from '#core/model/index.ts';
import type { Check, Finding } from '../../context.ts';

/** Choices of a field's own that nobody could make: of another type, twice there, or beside another list. */
export const choiceShape: Check = {
  code: 'choice-shape',
  run: ({ fields }) =>
    fields.flatMap(({ schema, pointer: at }) => [
      ...checkChoices(schema, at),
      ...(schema.items === undefined ? [] : checkChoices(schema.items, `${at}/items`)),
    ]),
};

const PLAIN = ['string', 'number', 'integer', 'boolean'];

function checkChoices(schema: FieldSchema, at: string): Finding[] {
  const choices = ownChoices(schema);
  if (choices === undefined) return [];
  const key = schema.oneOf === undefined ? 'enum' : 'oneOf';
  const place = `${at}/${key}`;
  if (schema.type !== undefined && !PLAIN.includes(schema.type))
    return [{ at: place, sentence: 'choice-shape.place', params: { key } }];
  return [
    ...rivals(schema).map((other) => ({
      at: place,
      sentence: 'choice-shape.rival' as const,
      params: { key, other },
    })),
    ...choices.flatMap((choice, index) => checkChoice(choice, index, choices, schema, place)),
  ];
}

/** Other lists of the same field: one of them would do nothing. */
function rivals({ oneOf, enum: values, code }: FieldSchema): string[] {
  return [
    ...(oneOf !== undefined && values !== undefined ? ['enum'] : []),
    ...(code !== undefined ? ['code'] : []),
  ];
}

function checkChoice(
  { value, title }: OwnChoice,
  index: number,
  choices: OwnChoice[],
  { type, oneOf }: FieldSchema,
  place: string,
): Finding[] {
  const at = place + (oneOf === undefined ? pointer(index) : pointer(index, 'const'));
  const written = JSON.stringify(value);
  if (type !== undefined && !isOf(type, value))
    return [{ at, sentence: 'choice-shape.type', params: { value: written, type } }];
  const before = choices.slice(0, index);
  if (before.some((other) => other.value === value))
    return [{ at, sentence: 'choice-shape.value', params: { value: written } }];
  if (oneOf === undefined || !before.some((other) => other.title === title)) return [];
  return [{ at: place + pointer(index, 'title'), sentence: 'choice-shape.title', params: { title } }];
}

function isOf(type: NonNullable<FieldSchema['type']>, value: Json): boolean {
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}
