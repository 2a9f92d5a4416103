import type { JsonObject, SectionDefinition, SectionKind } from '#core/model/index.ts';
import { projectField, type SchemaScope } from './field.ts';
import { projectGrid } from './grid.ts';
import { projectTable } from './table.ts';

export { isAlwaysAsked, typeOf } from './field.ts';

const projections: Record<SectionKind, (section: SectionDefinition, scope: SchemaScope) => JsonObject> = {
  form: (section, scope) => projectField({ type: 'object', ...section.schema }, scope),
  table: projectTable,
  grid: projectGrid,
  documents: () => ({ type: 'object', properties: {}, additionalProperties: false }),
};

/**
 * The standard JSON Schema of a section's value: codes as enum, `none` as anyOf, no engine keywords, no titles.
 * Throws when the section names a code list or a cell type that is not there.
 */
export function projectSchema(section: SectionDefinition, scope: SchemaScope): JsonObject {
  return projections[section.kind](section, scope);
}
