import type { Definition, DeskFinder, Json, OrganisationKind, RouteDefinition } from '#core/model/index.ts';
import { findersOf } from '#core/vocabulary/index.ts';
import type { Check, Finding, RouteSite } from '../../context.ts';
import { leavesOf } from '../../walk/reach.ts';
import { holdersOf, type StateSite, upwards } from '../../walk/states.ts';
import { type TransitionSite, targetOf } from '../../walk/transitions.ts';

/** A case is sent to a desk that may be vacant, and no guard checks it. */
export const unguardedDesk: Check = {
  code: 'unguarded-desk',
  run: ({ routes, definition }): Finding[] =>
    routes.flatMap((site) => [
      ...(site.route.subject === 'account' ? checkStart(site, definition) : []),
      ...site.transitions.flatMap((found) => checkTransition(found, site, definition)),
    ]),
};

/** A registration is handed in as it is made: whoever holds the first state must be there. */
function checkStart(site: RouteSite, definition: Definition): Finding[] {
  const [machine] = site.states;
  return (machine ? leavesOf(machine) : []).flatMap((state) =>
    holdersOf(state)
      .filter((desk) => isOptional(desk, site, definition))
      .map((desk) => ({
        at: site.pointer + state.pointer,
        severity: 'warning' as const,
        sentence: 'unguarded-desk.start' as const,
        params: { desk: site.route.desks[desk]?.title ?? desk },
        hint: { sentence: 'self' as const },
      })),
  );
}

function checkTransition(found: TransitionSite, site: RouteSite, definition: Definition): Finding[] {
  const target = found.target === undefined ? undefined : targetOf(found, site.states);
  if (!target) return [];
  const holders = leavesOf(target).flatMap((leaf) =>
    holdersOf(leaf).filter((desk) => !leavesWithout(leaf, desk, site)),
  );
  return holders
    .filter((desk) => isOptional(desk, site, definition) && !isKnownToBeHeld(desk, found, site))
    .map((desk) => ({
      at: site.pointer + found.pointer,
      severity: 'warning',
      params: { desk: site.route.desks[desk]?.title ?? desk, id: desk },
    }));
}

/** The desk holds the case already or sends it, or a guard of this event (here or tried before) asks for it. */
function isKnownToBeHeld(desk: string, found: TransitionSite, { transitions }: RouteSite): boolean {
  if (upwards(found.from).flatMap(holdersOf).includes(desk) || found.by.includes(desk)) return true;
  const group = transitions.filter(
    ({ from, event, limit }) => from === found.from && event === found.event && limit === found.limit,
  );
  const tried = group.slice(0, group.indexOf(found) + 1);
  return tried.some((other) => other.guard !== undefined && speaksOf(other.guard.logic, desk));
}

/** The state is left at once where nobody holds the desk: its `always` asks for it. */
function leavesWithout(leaf: StateSite, desk: string, { transitions }: RouteSite): boolean {
  return transitions.some(
    ({ from, event, limit, guard }) =>
      event === undefined &&
      limit === undefined &&
      upwards(leaf).includes(from) &&
      guard !== undefined &&
      speaksOf(guard.logic, desk),
  );
}

/** Guards over where the case has been (`case.acted`, `case.returnedBy`) name desks that were there. */
function speaksOf(value: Json, desk: string): boolean {
  const text = JSON.stringify(value);
  return (
    text.includes(`"desks.${desk}"`) ||
    text.includes('"use"') ||
    (text.includes('"case.') && text.includes(`"${desk}"`))
  );
}

function isOptional(desk: string, { route }: RouteSite, definition: Definition): boolean {
  const known = route.desks[desk];
  const finders = known ? findersOf(known) : [];
  if (finders.length === 0 || finders.some(isPlainSelf)) return false;
  const above = finders.flatMap((find) => ('ancestor' in find && find.where === undefined ? [find] : []));
  if (above.length === 0) return true;
  const starts = startsOf(route, definition);
  if (above.some(({ from }) => from !== undefined) || starts.length === 0) return false;
  const wanted = above.flatMap(({ ancestor }) => ancestor);
  const itself = above.filter(({ orSelf }) => orSelf).flatMap(({ ancestor }) => ancestor);
  return starts.some((kind) => !itself.includes(kind) && !passes(kind, wanted, false, definition));
}

/** The kinds from which desks are looked for: where people apply, or under which accounts of this route register. */
function startsOf({ id, subject }: RouteDefinition, { programme, categories }: Definition): string[] {
  const kinds = programme.organisationKinds;
  const applying = kinds.filter((kind) => kind.applies !== undefined && kind.applies !== false);
  const ids = applying.map((kind) => kind.id);
  if (subject === 'application') return ids;
  const forms = categories.filter((category) => category.account && category.route === id);
  return forms.flatMap(({ id: form, account }) =>
    account?.makes === 'person' ? ids : kinds.filter((kind) => kind.form === form).flatMap(parentsOf),
  );
}

const parentsOf = ({ parents }: OrganisationKind): string[] => parents;

/** Under which kinds one of this kind stands: where it registers, and whoever creates it by hand. */
function above(kind: string, kinds: OrganisationKind[]): string[] {
  const makers = kinds.filter(({ creates }) => creates?.includes(kind)).map(({ id }) => id);
  return [...(kinds.find(({ id }) => id === kind)?.parents ?? []), ...makers];
}

function isPlainSelf(find: DeskFinder): boolean {
  return 'self' in find && find.where === undefined;
}

/** Whether every way up from a kind comes through one of the wanted kinds. */
function passes(
  kind: string,
  wanted: string[],
  counted: boolean,
  definition: Definition,
  seen: string[] = [],
): boolean {
  if (counted && wanted.includes(kind)) return true;
  const parents = above(kind, definition.programme.organisationKinds);
  if (parents.length === 0 || seen.includes(kind)) return false;
  return parents.every((parent) => passes(parent, wanted, true, definition, [...seen, kind]));
}
