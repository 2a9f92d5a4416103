import type { CompiledEdition, CompiledRoute, DeskFinder } from '#core/model/index.ts';
import { findersOf } from '#core/vocabulary/index.ts';
import { kindOf } from './kinds.ts';

/** The desks of a route that an organisation of this kind can ever hold. Nobody's queue is listed that can never hold anything. */
export function desksOfKind(edition: CompiledEdition, route: CompiledRoute, kind: string): string[] {
  const desks = Object.entries(route.definition.desks);
  const registers = route.definition.subject === 'account' && takesRegistrations(edition, route, kind);
  return desks
    .filter(([, desk]) =>
      findersOf(desk).some((find) => ('self' in find && registers) || fits(edition, find, kind)),
    )
    .map(([desk]) => desk);
}

/** Whether somebody may register under this kind by a form of this route: a person, or an organisation below it. */
function takesRegistrations(edition: CompiledEdition, { definition }: CompiledRoute, kind: string): boolean {
  const kinds = edition.definition.programme.organisationKinds;
  const forms = edition.definition.categories.filter(
    ({ account, route }) => account && route === definition.id,
  );
  return forms.some(({ id, account }) =>
    account?.makes === 'person'
      ? kindOf(edition, kind)?.applies
      : kinds.some((one) => one.form === id && one.parents.includes(kind)),
  );
}

/** Organisations from which people apply may hold a `self` desk of applications; other finders name their kinds. */
function fits(edition: CompiledEdition, find: DeskFinder, kind: string): boolean {
  if ('self' in find) return Boolean(kindOf(edition, kind)?.applies);
  return 'ancestor' in find ? find.ancestor.includes(kind) : find.child.includes(kind);
}
