import { recordSchema } from '#core/compile/index.ts';
import { textOf, type Writer } from '#core/evaluate/index.ts';
import { segmentsOf, valueAt } from '#core/json/index.ts';
import type { CompiledCategory, FieldSchema, Json, JsonObject } from '#core/model/index.ts';
import { mask } from './sealing.ts';

/** What lists show of a case besides its name: the category's `summary`, written out, sensitive values masked. */
export function summaryOf(
  category: CompiledCategory,
  sections: JsonObject,
  writer: Writer,
): { title: string; text: string }[] {
  return (category.definition.summary ?? []).map(({ title, at }) => {
    const [section = '', ...path] = segmentsOf(at);
    const field = fieldAt(category, section, path);
    const value: Json = valueAt(sections[section], path) ?? null;
    const shown = field.sensitive && value !== null ? mask(value) : value;
    return { title, text: textOf(field, shown, writer) };
  });
}

function fieldAt(category: CompiledCategory, section: string, path: string[]): FieldSchema {
  const definition = category.bySection[section]?.definition;
  if (!definition) return {};
  return path.reduce<FieldSchema>(
    (schema, name) => schema.properties?.[name] ?? {},
    recordSchema(definition),
  );
}
