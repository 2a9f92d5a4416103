import { fieldNamed, ownChoices } from '#core/form/index.ts';
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
        if (!kind) return [{ at: site.pointer, params: { kind: word } }];
        if (kind.form === category.id) return [];
        return [
          {
            at: site.pointer,
            sentence: 'kind-field.form',
            params: { kind: kind.title },
            hint: { sentence: 'kindForm', params: { form: category.id } },
          },
        ];
      });
    }),
};

/** Everything that the field can hold, as far as its schema says. */
function answersOf(schema: FieldSchema, { codes }: Definition): string[] {
  if (schema.const !== undefined) return [String(schema.const)];
  const own = ownChoices(schema);
  if (own) return own.map(({ value }) => String(value));
  return codes.find((list) => list.id === schema.code)?.entries.map((entry) => entry.code) ?? [];
}
