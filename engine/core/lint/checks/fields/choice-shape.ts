import { chosenIn, type OwnChoice, ownChoices } from '#core/form/index.ts';
import { pointer } from '#core/json/index.ts';
import type { FieldSchema, Json } from '#core/model/index.ts';
import type { Check, Finding } from '../../context.ts';
import { type HintSite, hintsOf } from '../../hints.ts';

/** Choices that nobody could make: of another type, twice there, beside another list; conditions on those that there are not. */
export const choiceShape: Check = {
  code: 'choice-shape',
  run: (context) => [
    ...context.fields.flatMap(({ schema, pointer: at }) => [
      ...checkChoices(schema, at),
      ...(schema.items === undefined ? [] : checkChoices(schema.items, `${at}/items`)),
      ...checkConditions(schema, at),
    ]),
    ...hintsOf(context).flatMap(checkHint),
  ],
};

const CONDITIONS = ['optionsWhen', 'disabledWhen'] as const;

/** Conditions on choices where there are none. */
function checkConditions(schema: FieldSchema, at: string): Finding[] {
  const source = chosenIn(schema);
  if (source.code !== undefined || ownChoices(source) !== undefined) return [];
  const keys = CONDITIONS.filter((key) => schema[key] !== undefined);
  return keys.map((key) => ({ at: `${at}/${key}`, sentence: 'choice-shape.nothing', params: { key } }));
}

/** A box is ticked or not: it shows no choice, and no reason against one. */
function checkHint({ hint, schema, at }: HintSite): Finding[] {
  const key = CONDITIONS.find((known) => schema?.[known] !== undefined);
  if (key === undefined || hint.widget !== 'checkbox') return [];
  return [{ at: `${at}/widget`, sentence: 'choice-shape.widget', params: { key } }];
}

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
