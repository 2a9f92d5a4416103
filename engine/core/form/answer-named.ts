import { type JsonObject, segmentsOf, sumOf, valuesAt } from '#core/json/index.ts';
import type { CompiledSection, FieldSchema } from '#core/model/index.ts';
import { fieldAt } from './fields.ts';

/** As much of a section as tells what stands where in its value. */
type SectionShape = Pick<CompiledSection, 'id' | 'kind' | 'shape'>;

/** An answer that a pointer names: its field, and the keys to it from the answers of all sections. */
type NamedAnswer = { field: FieldSchema; segments: string[] };

/**
 * The answer that a pointer such as `/section/field` names, in a section of any kind: of a table it is the field of
 * every row, of a grid a cell by item and column. The key `*` is each element of a list, so also each own item.
 * Undefined where nothing stands there.
 */
export function answerNamed(sections: readonly SectionShape[], pointer: string): NamedAnswer | undefined {
  const [id = '', ...path] = segmentsOf(pointer);
  const section = sections.find((known) => known.id === id);
  if (section === undefined) return undefined;
  const inside =
    section.kind === 'table' && fieldAt(section.shape, path) === undefined ? ['*', ...path] : path;
  const field = fieldAt(section.shape, inside);
  return field && { field, segments: [id, ...inside] };
}

/** The sum of the numbers that a pointer names in answers as they are read; words and gaps add nothing. */
export function sumNamed(sections: readonly SectionShape[], answers: JsonObject, pointer: string): number {
  const values = valuesAt(answers, answerNamed(sections, pointer)?.segments ?? []);
  return sumOf(values.filter((value) => typeof value === 'number'));
}
