import { fieldNamed } from '#core/form/index.ts';
import type { Definition, FieldSchema } from '#core/model/index.ts';
import type { Check, Finding } from '../../context.ts';

/** The kind that an organisation registers as must be one of the programme's kinds. */
export const kindField: Check = {
  code: 'kind-field',
  run: ({ definition, fields }) =>
    definition.categories.flatMap((category) => {
      const schema =
        category.account?.kind === undefined
          ? undefined
          : fieldNamed(category.sections, category.account.kind);
      const site = fields.find((field) => field.schema === schema);
      if (!site) return [];
      const kinds = definition.programme.organisationKinds;
      return answersOf(site.schema, definition).flatMap((word): Finding[] => {
        const kind = kinds.find((one) => one.id === word);
        if (!kind) return [{ at: site.pointer, message: `"${word}" is no kind of organisation` }];
        if (kind.form === category.id) return [];
        return [
          {
            at: site.pointer,
            message: `Form "${category.id}" offers the kind "${word}", which does not register by it`,
            hint: `In programme.json the kind says "form": "${category.id}", or the field offers only the kinds that do`,
          },
        ];
      });
    }),
};

/** Everything that the field can hold, as far as its schema says. */
function answersOf(schema: FieldSchema, { codes }: Definition): string[] {
  if (schema.const !== undefined) return [String(schema.const)];
  if (schema.enum) return schema.enum.map(String);
  return codes.find((list) => list.id === schema.code)?.entries.map((entry) => entry.code) ?? [];
}
