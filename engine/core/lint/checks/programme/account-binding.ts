import { fieldNamed } from '#core/form/index.ts';
import { pointer, segmentsOf } from '#core/json/index.ts';
import type { AccountBinding, CategoryDefinition, OrganisationKind } from '#core/model/index.ts';
import type { Check, Finding } from '../../context.ts';

/** A registration form that binds the account to fields that it does not have, or to a role that is not there. */
export const accountBinding: Check = {
  code: 'account-binding',
  run: ({ definition }) =>
    definition.categories.flatMap((category, index) => {
      if (!category.account) return [];
      const at = pointer('categories', index, 'account');
      const roles = definition.programme.roles.map((role) => role.id);
      const role = roles.includes(category.account.role)
        ? []
        : [
            {
              at: `${at}/role`,
              sentence: 'account-binding.role' as const,
              params: { role: category.account.role },
            },
          ];
      return [
        ...role,
        ...pointers(category.account, at).flatMap((named) => missing(named, category)),
        ...parentOf(category, category.account, at),
        ...optional(category, category.account, at),
        ...kindOf(category, category.account, at, definition.programme.organisationKinds),
      ];
    }),
};

type Named = { at: string; path: string };

function pointers(account: AccountBinding, at: string): Named[] {
  return [
    { at: `${at}/name`, path: account.name },
    { at: `${at}/parent`, path: account.parent },
    ...(account.kind === undefined ? [] : [{ at: `${at}/kind`, path: account.kind }]),
    ...(account.unique ?? []).map((unique, index) => ({
      at: at + pointer('unique', index, 'at'),
      path: unique.at,
    })),
    ...Object.entries(account.attributes ?? {}).map(([key, path]) => ({
      at: at + pointer('attributes', key),
      path,
    })),
  ];
}

function missing({ at, path }: Named, category: CategoryDefinition): Finding[] {
  return fieldNamed(category.sections, path)
    ? []
    : [{ at, sentence: 'account-binding.field', params: { path } }];
}

function parentOf(category: CategoryDefinition, account: AccountBinding, at: string): Finding[] {
  const [id, ...rest] = segmentsOf(account.parent);
  const section = category.sections.find((known) => known.id === id);
  const widget = section?.ui?.[pointer(...rest)]?.widget;
  const picker = section && fieldNamed(category.sections, account.parent) && widget !== 'organisation';
  if (!picker) return [];
  return [{ at: `${at}/parent`, sentence: 'account-binding.widget', params: { path: account.parent } }];
}

/** An account needs a name and an organisation above it: both fields must be required. */
function optional({ sections }: CategoryDefinition, account: AccountBinding, at: string): Finding[] {
  return (['name', 'parent'] as const).flatMap((key) => {
    const [id, ...path] = segmentsOf(account[key]);
    const name = path.at(-1) ?? '';
    const group = fieldNamed(sections, pointer(id ?? '', ...path.slice(0, -1)));
    const field = fieldNamed(sections, account[key]);
    if (!field || field.derive !== undefined || group?.required?.includes(name)) return [];
    return [{ at: `${at}/${key}`, sentence: 'account-binding.required', params: { path: account[key] } }];
  });
}

/** Which kind it makes must be clear: by a field, or because one kind alone registers by this form. */
function kindOf(
  { id }: CategoryDefinition,
  { makes, kind }: AccountBinding,
  at: string,
  kinds: OrganisationKind[],
): Finding[] {
  if (makes === 'person' || kind !== undefined) return [];
  const made = kinds.filter(({ form }) => form === id).map(({ title }) => title);
  if (made.length === 1) return [];
  return made.length === 0
    ? [{ at, sentence: 'account-binding.no-kind', params: { form: id } }]
    : [{ at, sentence: 'account-binding.kinds', params: { kinds: made } }];
}
