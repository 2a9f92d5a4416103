import { withFacts } from '#core/facts/index.ts';
import { isObject, type Json, pointer, valueAtPointer } from '#core/json/index.ts';
import type { LocaleDefinition } from '#core/model/index.ts';
import { textsOf } from '#core/translate/index.ts';
import { categoryAt, type Readings } from './readings.ts';
import type { Resolved } from './resolved.ts';

/** Every text of the definition that says a fact, written out. */
export function textsIn(definition: Json, readings: Readings): Resolved[] {
  return textsOf(definition).flatMap(({ from, text }) =>
    // What is shown as it is kept is no sentence.
    valueAtPointer(definition, from) === text
      ? writtenOut(from, text, readings(categoryAt(from)).written)
      : [],
  );
}

/** The same of a locale: its texts are nested by ids. */
export function textsOfLocale(
  { texts }: LocaleDefinition,
  at: string,
  readings: Readings,
  categories: readonly { id: string }[],
): Resolved[] {
  const index = (id: string) => {
    const found = categories.findIndex((category) => category.id === id);
    return found < 0 ? undefined : found;
  };
  return Object.entries(texts).flatMap(([root, inner]) =>
    root === 'categories' && isObject(inner)
      ? Object.entries(inner).flatMap(([id, part]) =>
          textsBelow(part, at + pointer(root, id), readings(index(id)).written),
        )
      : textsBelow(inner, at + pointer(root), readings().written),
  );
}

function textsBelow(value: Json, at: string, written: (id: string) => string | undefined): Resolved[] {
  if (typeof value === 'string') return writtenOut(at, value, written);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'template' ? [] : textsBelow(inner, at + pointer(key), written),
  );
}

function writtenOut(at: string, text: string, written: (id: string) => string | undefined): Resolved[] {
  const value = withFacts(text, written);
  return value === text ? [] : [{ at, value }];
}
