import { withFacts } from '#core/facts/index.ts';
import { isObject, type Json, pointer } from '#core/json/index.ts';
import type { LocaleDefinition } from '#core/model/index.ts';
import type { Readings } from './readings.ts';
import type { Resolved } from './resolved.ts';

/** Every text of a locale that says a fact, written out: its texts are nested by ids. */
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
