import { textOf, type Writer } from '#core/evaluate/index.ts';
import { fieldNamed } from '#core/form/index.ts';
import { valueAtPointer } from '#core/json/index.ts';
import type { CompiledCategory, JsonObject } from '#core/model/index.ts';
import { mask } from './sealing.ts';

/** What lists show of a case besides its name: the category's `summary`, written out, sensitive values masked. */
export function summaryOf(
  category: CompiledCategory,
  sections: JsonObject,
  writer: Writer,
): { title: string; text: string }[] {
  return (category.definition.summary ?? []).map(({ title, at }) => {
    const field = fieldNamed(category.definition.sections, at) ?? {};
    const value = valueAtPointer(sections, at) ?? null;
    const shown = field.sensitive && value !== null ? mask(value) : value;
    return { title, text: textOf(field, shown, writer) };
  });
}
