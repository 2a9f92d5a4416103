import { segmentsOf, valueAt } from '#core/json/index.ts';
import type { Json, JsonObject } from '#core/model/index.ts';

/** Text at a JSON pointer into sections, trimmed; anything that is no text reads as empty. */
export function textAt(sections: JsonObject, pointer: string): string {
  const found: Json | undefined = valueAt(sections, segmentsOf(pointer));
  return typeof found === 'string' ? found.trim() : '';
}
