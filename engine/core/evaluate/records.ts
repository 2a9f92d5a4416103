import { isObject } from '#core/json/index.ts';
import type { CompiledSection, Json, JsonObject, SectionKind } from '#core/model/index.ts';

/** What a section holds before anybody has answered. */
const empty: Record<SectionKind, Json> = Object.freeze({
  form: Object.freeze({}) as JsonObject,
  table: Object.freeze([]) as unknown as Json[],
  grid: Object.freeze({
    cells: Object.freeze({}),
    marks: Object.freeze({}),
    own: Object.freeze([]),
  }) as unknown as JsonObject,
  documents: Object.freeze({}) as JsonObject,
});

/** A section's stored value, or what an untouched one holds. */
export function storedOrEmpty(value: Json | undefined, kind: SectionKind): Json {
  return value === undefined || value === null ? empty[kind] : value;
}

/** Calls back for each record: the form's one (index null) or each row. What is no object is passed over. */
export function eachRecord(
  section: CompiledSection,
  value: Json | undefined,
  visit: (record: JsonObject, index: number | null) => void,
): void {
  if (section.kind === 'form' && isObject(value)) visit(value, null);
  if (section.kind !== 'table' || !Array.isArray(value)) return;
  value.forEach((row, index) => {
    if (isObject(row)) visit(row, index);
  });
}
