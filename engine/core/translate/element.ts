import { asText, isObject, type Json } from '#core/json/index.ts';

/**
 * What an element of a list is called, wherever it stands: by its id, its code, what it points to, or its own title;
 * by its number where it has none of these.
 */
export function elementKey(element: Json, index: number): string {
  if (!isObject(element)) return String(index);
  const { id, code, at, title } = element;
  return asText(id) ?? asText(code) ?? asText(at) ?? asText(title) ?? String(index);
}
