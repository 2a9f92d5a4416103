import type { Json, JsonObject } from '../../core/model/index.ts';

/** The value at a JSON pointer, or undefined where the way ends early. */
export function valueAt(value: Json | undefined, pointer: string): Json | undefined {
  return segmentsOf(pointer).reduce<Json | undefined>(child, value);
}

/** Text at a pointer into sections, trimmed; anything that is no text reads as empty. */
export function textAt(sections: JsonObject, pointer: string): string {
  const found = valueAt(sections, pointer);
  return typeof found === 'string' ? found.trim() : '';
}

const segmentsOf = (pointer: string): string[] =>
  pointer.split('/').slice(1).map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));

function child(value: Json | undefined, key: string): Json | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return value[Number(key)];
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
