import type { Check } from '../context.ts';
import { fieldAt } from '../records.ts';

/** The kind that an organisation registers as must be one of the programme's kinds. */
export const kindField: Check = {
  code: 'kind-field',
  run: ({ definition, fields }) =>
    definition.categories.flatMap((category) => {
      const schema =
        category.account?.kind === undefined ? undefined : fieldAt(category.sections, category.account.kind);
      const site = fields.find((field) => field.schema === schema);
      const words = schema?.enum ?? (schema?.const === undefined ? [] : [schema.const]);
      const codes =
        definition.codes.find((list) => list.id === schema?.code)?.entries.map((entry) => entry.code) ?? [];
      const known = definition.programme.organisationKinds.map((kind) => kind.id);
      const strange = [...words.map(String), ...codes].filter((word) => !known.includes(word));
      return site && strange.length > 0
        ? [{ at: site.pointer, message: `"${strange.join('", "')}" is no kind of organisation` }]
        : [];
    }),
};
