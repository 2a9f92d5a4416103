import { recordSchema } from '#core/form/index.ts';
import { pointer } from '#core/json/index.ts';
import type { Memory } from '#core/memory/index.ts';
import type { CategoryDefinition, Definition, FieldSchema, SectionDefinition } from '#core/model/index.ts';

/** One section of one category. `pointer` runs into the definition. */
export type SectionSite = {
  category: CategoryDefinition;
  section: SectionDefinition;
  pointer: string;
  /** The object schema of the form or of a row, where the section has one. */
  record?: FieldSchema | undefined;
  recordPointer: string;
};

/** Every section of every category. A section of several categories comes once for each: overlays may differ. */
export function sectionsOf(definition: Definition, memory: Memory): SectionSite[] {
  return definition.categories.flatMap((category, index) =>
    memory.once(category, 'sections', [index], () =>
      category.sections.map((section, position) =>
        sectionSite(category, section, pointer('categories', index, 'sections', position)),
      ),
    ),
  );
}

function sectionSite(category: CategoryDefinition, section: SectionDefinition, at: string): SectionSite {
  const table = section.kind === 'table';
  return {
    category,
    section,
    pointer: at,
    record: section.schema && recordSchema(section),
    recordPointer: table ? `${at}/schema/items` : `${at}/schema`,
  };
}
