import type { OrganisationKind, ProgrammeDefinition } from '#core/model/index.ts';
import type { Check, Finding, LintContext } from '../../context.ts';

/** A kind of organisation that can never exist, or whose registration form does not exist; a seeded one at a wrong place. */
export const organisationTree: Check = {
  code: 'organisation-tree',
  run: (context) => [
    ...context.definition.programme.organisationKinds.flatMap((kind, index) =>
      checkKind(kind, `/programme/organisationKinds/${index}`, context),
    ),
    ...misplacedSeeds(context.definition.programme),
  ],
};

/** An organisation of the beginning stands under one that is made before it, of a kind that takes its kind. */
function misplacedSeeds({ seed: { organisations }, organisationKinds }: ProgrammeDefinition): Finding[] {
  return organisations.flatMap(({ parent, kind }, index): Finding[] => {
    if (parent === undefined) return [];
    const at = `/programme/seed/organisations/${index}/parent`;
    const above = organisations.slice(0, index).find(({ id }) => id === parent);
    if (!above) return [{ at, sentence: 'organisation-tree.above', params: { parent } }];
    const creates = organisationKinds.find(({ id }) => id === above.kind)?.creates ?? [];
    const parents = organisationKinds.find(({ id }) => id === kind)?.parents ?? [];
    return parents.includes(above.kind) || creates.includes(kind)
      ? []
      : [{ at, sentence: 'organisation-tree.misplaced', params: { parent } }];
  });
}

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
