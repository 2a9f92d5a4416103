import type { AccountBinding, CategoryDefinition } from '../../model/index.ts';
import { pointer, segmentsOf } from '../../vocabulary/index.ts';
import type { Check, Finding } from '../context.ts';
import { fieldAt } from '../records.ts';

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
        : [{ at: `${at}/role`, message: `There is no role "${category.account.role}"` }];
      return [
        ...role,
        ...pointers(category.account, at).flatMap((named) => missing(named, category)),
        ...parentOf(category, category.account, at),
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
  return fieldAt(category.sections, path) ? [] : [{ at, message: `The form has no field at "${path}"` }];
}

function parentOf(category: CategoryDefinition, account: AccountBinding, at: string): Finding[] {
  const [id, ...rest] = segmentsOf(account.parent);
  const section = category.sections.find((known) => known.id === id);
  const widget = section?.ui?.[pointer(...rest)]?.widget;
  const kind =
    account.makes === 'organisation' && account.kind === undefined
      ? [{ at, message: 'A form that makes organisations binds "kind"' }]
      : [];
  const picker = section && fieldAt(category.sections, account.parent) && widget !== 'organisation';
  return picker
    ? [
        ...kind,
        {
          at: `${at}/parent`,
          message: `The field at "${account.parent}" must have the widget "organisation"`,
        },
      ]
    : kind;
}
