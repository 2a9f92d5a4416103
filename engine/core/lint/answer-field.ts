import { answerNamed, fieldNamed, itemsOf, valueSchema } from '#core/form/index.ts';
import { segmentsOf } from '#core/json/index.ts';
import type { CycleDefinition, FieldSchema, SectionDefinition } from '#core/model/index.ts';

/** The field whose answers a pointer such as `/section/field` names, in a section of any kind; undefined where it names none. */
export function answerField(
  sections: readonly SectionDefinition[],
  cycle: CycleDefinition,
  pointer: string,
): FieldSchema | undefined {
  const section = sections.find(({ id }) => id === segmentsOf(pointer)[0]);
  if (section?.kind !== 'grid') return fieldNamed(sections, pointer);
  const { id, kind, own, cells = {} } = section;
  const items = itemsOf(section);
  // Another check names a cell type that is not there.
  if ([...items, ...(own ? [own] : [])].some(({ cell }) => cells[cell] === undefined)) return undefined;
  return answerNamed([{ id, kind, shape: valueSchema(section, cycle) }], pointer)?.field;
}
