import type { OrganisationKind, ProgrammeDefinition } from '#core/model/index.ts';
import type { Check, Finding, LintContext } from '../../context.ts';

/** A kind of organisation that can never exist, or whose registration form does not exist. */
export const organisationTree: Check = {
  code: 'organisation-tree',
  run: (context) =>
    context.definition.programme.organisationKinds.flatMap((kind, index) =>
      checkKind(kind, `/programme/organisationKinds/${index}`, context),
    ),
};

function checkKind(kind: OrganisationKind, at: string, { definition }: LintContext): Finding[] {
  const form = definition.categories.find((category) => category.id === kind.form);
  if (kind.form !== undefined && form?.account?.makes !== 'organisation')
    return [{ at: `${at}/form`, sentence: 'organisation-tree.form', params: { form: kind.form } }];
  if (kind.form !== undefined && kind.parents.length === 0)
    return [{ at: `${at}/parents`, sentence: 'organisation-tree.parents' }];
  return comesToBe(kind, definition.programme)
    ? []
    : [
        {
          at,
          severity: 'warning',
          sentence: 'organisation-tree.never',
        },
      ];
}

function comesToBe(
  { id, form }: OrganisationKind,
  { seed, organisationKinds }: ProgrammeDefinition,
): boolean {
  if (form !== undefined || seed.organisations.some((organisation) => organisation.kind === id)) return true;
  return organisationKinds.some((kind) => kind.creates?.includes(id));
}
