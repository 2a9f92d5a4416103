import { pointer } from '#core/json/index.ts';
import type {
  Definition,
  DeskFinder,
  ProgrammeDefinition,
  RoleDefinition,
  RouteDefinition,
} from '#core/model/index.ts';
import { findersOf } from '#core/vocabulary/index.ts';
import type { Check, Finding, RouteSite } from '../../context.ts';

type Ability = RoleDefinition['abilities'][number];

/** Something that the programme needs somebody for, and no role lets anybody do it. */
export const nobodyMay: Check = {
  code: 'nobody-may',
  run: ({ definition, routes }) => [
    ...applicants(definition),
    ...registrants(definition),
    ...routes.flatMap((site) => [...desks(site, definition), ...charts(site, definition)]),
  ],
};

/** Forms to apply with, and nobody who may, or nowhere to do it from. */
function applicants({ programme, categories }: Definition): Finding[] {
  if (!categories.some(({ account }) => account === undefined)) return [];
  const mayApply = programme.roles.some(({ abilities }) => abilities.includes('apply'));
  const from = programme.organisationKinds.some(({ applies }) => applies !== undefined && applies !== false);
  return [
    ...(mayApply ? [] : [{ at: '/programme/roles', sentence: 'nobody-may.apply' as const }]),
    ...(from
      ? []
      : [
          {
            at: '/programme/organisationKinds',
            sentence: 'nobody-may.from' as const,
          },
        ]),
  ];
}

/** A form registers people or organisations in a role that they cannot hold. */
function registrants({ programme, categories }: Definition): Finding[] {
  return categories.flatMap(({ id, account }, index): Finding[] => {
    const role = programme.roles.find((one) => one.id === account?.role);
    if (!account || !role) return [];
    const kinds = programme.organisationKinds.filter(({ form, applies }) =>
      account.makes === 'organisation' ? form === id : applies !== undefined && applies !== false,
    );
    return kinds
      .filter((kind) => !isHeldAt(role, kind.id))
      .map((kind) => ({
        at: pointer('categories', index, 'account', 'role'),
        sentence: 'nobody-may.register',
        params: { role: role.title, kind: kind.title },
        hint: { sentence: 'kinds' },
      }));
  });
}

/** A desk at a kind of organisation where no role may act. */
function desks({ route, pointer: at }: RouteSite, definition: Definition): Finding[] {
  const { programme } = definition;
  const ability: Ability = route.subject === 'account' ? 'accounts' : 'review';
  return Object.entries(route.desks).flatMap(([id, desk]) =>
    [...new Set(findersOf(desk).flatMap((find) => kindsOf(find, route, definition)))]
      .filter((kind) => programme.organisationKinds.some(({ id }) => id === kind))
      .filter(
        (kind) => !programme.roles.some((role) => role.abilities.includes(ability) && isHeldAt(role, kind)),
      )
      .map((kind) => ({
        at: at + pointer('desks', id),
        severity: 'warning' as const,
        sentence: 'nobody-may.desk' as const,
        params: { kind: titleOf(kind, programme), ability },
      })),
  );
}

/** A chart is drawn for an applicant of a kind from which nobody applies. */
function charts({ route, pointer: at }: RouteSite, { programme }: Definition): Finding[] {
  if (route.subject === 'account') return [];
  const idle = programme.organisationKinds.filter(
    ({ applies }) => applies === undefined || applies === false,
  );
  return (route.charts ?? []).flatMap((chart, index) =>
    idle.some(({ id }) => id === chart.kind)
      ? [
          {
            at: at + pointer('charts', index, 'kind'),
            sentence: 'nobody-may.chart' as const,
            params: { kind: titleOf(chart.kind, programme) },
          },
        ]
      : [],
  );
}

function titleOf(kind: string, { organisationKinds }: ProgrammeDefinition): string {
  return organisationKinds.find(({ id }) => id === kind)?.title ?? kind;
}

const isHeldAt = ({ kinds }: RoleDefinition, kind: string): boolean => kinds?.includes(kind) ?? true;

/** The kinds that may hold a desk; where a registration is looked at by the organisation above, those above. */
function kindsOf(find: DeskFinder, { id, subject }: RouteDefinition, definition: Definition): string[] {
  if ('ancestor' in find) return find.ancestor;
  if ('child' in find) return find.child;
  if (subject === 'application' || find.where !== undefined) return [];
  const kinds = definition.programme.organisationKinds;
  const forms = definition.categories.filter((category) => category.account && category.route === id);
  return forms.flatMap(({ id: form, account }) =>
    account?.makes === 'person'
      ? kinds.filter(({ applies }) => applies).map((kind) => kind.id)
      : kinds.filter((kind) => kind.form === form).flatMap(({ parents }) => parents),
  );
}
