import type { CompiledEdition, CompiledRoute, DeskFinder } from '#core/model/index.ts';
import { kindOf } from './kinds.ts';

/** The desks of a route that an organisation of this kind can ever hold. Accounts are filed with any kind. */
export function desksOfKind(edition: CompiledEdition, route: CompiledRoute, kind: string): string[] {
  const desks = Object.entries(route.definition.desks);
  const isAccount = route.definition.subject === 'account';
  return desks
    .filter(([, { find }]) => ('self' in find && isAccount) || fits(edition, find, kind))
    .map(([desk]) => desk);
}

/** Organisations from which people apply may hold a `self` desk; other finders name their kinds. */
function fits(edition: CompiledEdition, find: DeskFinder, kind: string): boolean {
  if ('self' in find) return Boolean(kindOf(edition, kind)?.applies);
  return 'ancestor' in find ? find.ancestor.includes(kind) : find.child.includes(kind);
}
