import type { FieldSchema, SectionDefinition, UiHints } from '#core/model/index.ts';

export const text: FieldSchema = { type: 'string', maxLength: 5 };

/** A section with one field, called “Field”. */
export function sectionOf(
  { schema, ui }: { schema: FieldSchema; ui?: UiHints[string] },
  required = false,
): SectionDefinition {
  return {
    id: 's',
    title: 'Section',
    kind: 'form',
    schema: {
      type: 'object',
      required: required ? ['f'] : [],
      properties: { f: { title: 'Field', ...schema } },
    },
    ui: ui === undefined ? {} : { '/f': ui },
  };
}
