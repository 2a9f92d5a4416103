import { pointer } from '#core/json/index.ts';
import { findersOf } from '#core/vocabulary/index.ts';
import type { Check, LintContext } from '../../context.ts';
import { finderPointer } from '../../walk/finder-pointer.ts';

/** A kind of organisation that the programme does not have is named as parent, creation, desk, seed, role, group or chart. */
export const unknownKind: Check = {
  code: 'unknown-kind',
  run: (context) => {
    const known = context.definition.programme.organisationKinds.map((kind) => kind.id);
    return [...inProgramme(context), ...inRoutes(context)].flatMap(({ at, kinds }) =>
      kinds.flatMap((kind, index) =>
        known.includes(kind) ? [] : [{ at: at.replace('*', String(index)), params: { kind } }],
      ),
    );
  },
};

type Named = { at: string; kinds: string[] };

function inProgramme({ definition: { programme } }: LintContext): Named[] {
  return [
    ...programme.organisationKinds.flatMap((kind, index) => [
      { at: `/programme/organisationKinds/${index}/parents/*`, kinds: kind.parents },
      { at: `/programme/organisationKinds/${index}/creates/*`, kinds: kind.creates ?? [] },
    ]),
    ...(programme.organisationGroups ?? []).map((group, index) => ({
      at: `/programme/organisationGroups/${index}/kinds/*`,
      kinds: group.kinds,
    })),
    ...programme.roles.map((role, index) => ({
      at: `/programme/roles/${index}/kinds/*`,
      kinds: role.kinds ?? [],
    })),
    ...programme.seed.organisations.map((seed, index) => ({
      at: `/programme/seed/organisations/${index}/kind`,
      kinds: [seed.kind],
    })),
  ];
}

function inRoutes({ routes }: LintContext): Named[] {
  return routes.flatMap(({ route, pointer: at }) => [
    ...Object.entries(route.desks).flatMap(([id, desk]) =>
      findersOf(desk).flatMap((find, index) =>
        (['ancestor', 'child'] as const).map((key) => ({
          at: `${at}${finderPointer(id, desk, index)}${pointer(key)}/*`,
          kinds: (find as { ancestor?: string[]; child?: string[] })[key] ?? [],
        })),
      ),
    ),
    ...(route.charts ?? []).map((chart, index) => ({
      at: at + pointer('charts', index, 'kind'),
      kinds: [chart.kind],
    })),
  ]);
}
