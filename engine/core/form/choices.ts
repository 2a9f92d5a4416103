import type { FieldSchema, Json } from '#core/model/index.ts';

/** A value that a field offers by itself, and what people call it. */
export type OwnChoice = { value: Json; title: string };

/**
 * What a field offers without a code list: its `oneOf` with titles, or its `enum`, whose values are their own titles
 * where `words` says nothing else.
 * Undefined where it lists nothing.
 */
export function ownChoices({ oneOf, enum: values, words = {} }: FieldSchema): OwnChoice[] | undefined {
  if (oneOf !== undefined) return oneOf.map(({ const: value, title }) => ({ value, title }));
  return values?.map((value) => ({ value, title: words[String(value)] ?? String(value) }));
}

/** Where a field's choices stand: of a list of them on its items. */
export function chosenIn(field: FieldSchema): FieldSchema {
  return field.type === 'array' ? (field.items ?? {}) : field;
}

/** What one of the values of a field is called by its `oneOf`; undefined where that does not name it. */
export function choiceTitle({ oneOf }: FieldSchema, value: Json): string | undefined {
  return oneOf?.find((choice) => choice.const === value)?.title;
}
