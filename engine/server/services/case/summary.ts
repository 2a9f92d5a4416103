import { textOf, type Writer } from '#core/evaluate/index.ts';
import { answerNamed } from '#core/form/index.ts';
import { valuesAt } from '#core/json/index.ts';
import type { CompiledCategory, Json, JsonObject } from '#core/model/index.ts';
import { changeField, mask } from './sealing.ts';

/**
 * What lists show of a case besides its name: the category's `summary` over the answers as they are read, written out,
 * sensitive values masked. Of a table or of own items it is what stands in each.
 */
export function summaryOf(
  category: CompiledCategory,
  answers: JsonObject,
  writer: Writer,
): { title: string; text: string }[] {
  return (category.definition.summary ?? []).map(({ title, at }) => ({
    title,
    text: textsAt(category, answers, at, writer).join(writer.words.separator),
  }));
}

function textsAt({ sections }: CompiledCategory, answers: JsonObject, at: string, writer: Writer): string[] {
  const named = answerNamed(sections, at);
  if (named === undefined) return [];
  const { field, segments } = named;
  const shown = (value: Json): string => textOf(field, changeField(field, value, mask), writer);
  return valuesAt(answers, segments)
    .map(shown)
    .filter((text) => text !== '');
}
