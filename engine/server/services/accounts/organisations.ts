import type { CompiledEdition, ProgrammeDefinition } from '#core/model/index.ts';
import type { OrganisationPage, OrganisationSearch, OrganisationView } from '#core/model/wire/index.ts';
import { applies, kindOf, kindTitle } from '#server/services/case/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { notFound } from '#server/services/ground/index.ts';
import { type Organisation, organisations, type Tx } from '#server/store/index.ts';

const PAGE = 50;

/**
 * A page of approved organisations: those that match a text, the children of one, or the roots of the tree. A level
 * that the programme groups names its groups, in the programme's order; each is asked for by itself.
 */
export async function searchOrganisations(
  services: Services,
  search: OrganisationSearch,
): Promise<OrganisationPage> {
  const edition = await services.editions.current();
  const text = search.search?.trim() ?? '';
  const offered = text === '' ? await levelOf(services.db, edition, search) : named(edition, search);
  const page = await organisations.search(services.db, {
    statuses: ['active'],
    limit: PAGE,
    after: search.after ?? null,
    ...(text === '' ? {} : { text }),
    ...(search.parent === undefined ? {} : { parentId: search.parent }),
    ...(offered.kinds === undefined ? {} : { kinds: offered.kinds }),
  });
  const views = await Promise.all(page.rows.map((one) => view(services.db, edition, one, search)));
  return {
    ...(offered.groups.length > 0 && grouping(offered)),
    organisations: views,
    after: page.after,
  };
}

/** The kinds among which a name is looked for: inside one organisation all, else those that the form offers. */
function named(edition: CompiledEdition, { parent, for: form, kind }: OrganisationSearch): Offered {
  const all = parent !== undefined || form === undefined;
  return { kinds: all ? undefined : kindsFor(edition, form, kind), groups: [] };
}

function grouping({ kinds = [], groups }: Offered): Pick<OrganisationPage, 'groups' | 'others'> {
  const grouped = new Set(groups.flatMap((group) => group.kinds));
  return {
    groups: groups.map(({ id, title, kinds: own }) => ({ id, title, kinds: own })),
    others: kinds.some((kind) => !grouped.has(kind)),
  };
}

type Groups = NonNullable<ProgrammeDefinition['organisationGroups']>;
type Offered = { kinds: string[] | undefined; groups: Groups };

/**
 * A level of the tree: its groups, and the kinds that stand on it. A form of an organisation offers the kinds
 * under which it may register at once; people look for theirs down the tree, so they begin at its roots.
 */
async function levelOf(tx: Tx, edition: CompiledEdition, search: OrganisationSearch): Promise<Offered> {
  const { parent, for: form, kind } = search;
  const atOnce = parent === undefined && form !== undefined && !isPersonForm(edition, form);
  if (atOnce) return { kinds: kindsFor(edition, form, kind), groups: [] };
  const here = parent === undefined ? rootKinds(edition) : await kindsBelow(tx, edition, parent);
  const groups = (edition.definition.programme.organisationGroups ?? []).filter((group) =>
    group.kinds.some((one) => here.includes(one)),
  );
  if (search.group === undefined) return { kinds: here, groups };
  const chosen = groups.find(({ id }) => id === search.group)?.kinds ?? [];
  return { kinds: here.filter((one) => chosen.includes(one)), groups: [] };
}

/** The kinds that can stand directly below an organisation: they register there, or are created by hand. */
async function kindsBelow(tx: Tx, edition: CompiledEdition, id: string): Promise<string[]> {
  const above = (await organisations.get(tx, id))?.kind ?? '';
  const kinds = edition.definition.programme.organisationKinds;
  const created = kindOf(edition, above)?.creates ?? [];
  return kinds.filter((one) => one.parents.includes(above) || created.includes(one.id)).map((one) => one.id);
}

/** One organisation by id, for a picker that holds it. Throws not-found for one that is not approved. */
export async function organisationView(services: Services, id: string): Promise<OrganisationView> {
  const one = await organisations.get(services.db, id);
  if (one?.status !== 'active') throw notFound();
  return view(services.db, await services.editions.current(), one, {});
}

async function view(
  tx: Tx,
  edition: CompiledEdition,
  one: Organisation,
  search: OrganisationSearch,
): Promise<OrganisationView> {
  const above = await organisations.ancestors(tx, one.id);
  const children = await organisations.search(tx, { parentId: one.id, statuses: ['active'], limit: 1 });
  return {
    id: one.id,
    name: one.name,
    kind: one.kind,
    kindTitle: kindTitle(edition, one.kind),
    path: above.map((ancestor) => ancestor.name),
    hasChildren: children.rows.length > 0,
    selectable: isSelectable(edition, one, search),
  };
}

function isSelectable(edition: CompiledEdition, one: Organisation, search: OrganisationSearch): boolean {
  if (search.for === undefined) return true;
  if (isPersonForm(edition, search.for)) return applies(edition, one);
  return kindsFor(edition, search.for, search.kind).includes(one.kind);
}

const isPersonForm = (edition: CompiledEdition, form: string): boolean =>
  edition.categories[form]?.definition.account?.makes === 'person';

/** The kinds under which somebody may register with this form. */
function kindsFor(edition: CompiledEdition, form: string, kind?: string): string[] {
  const { organisationKinds } = edition.definition.programme;
  if (isPersonForm(edition, form)) return organisationKinds.filter((one) => one.applies).map((one) => one.id);
  if (kind !== undefined) return kindOf(edition, kind)?.parents ?? [];
  return [...new Set(organisationKinds.filter((one) => one.form === form).flatMap((one) => one.parents))];
}

const rootKinds = (edition: CompiledEdition): string[] => {
  const kinds = edition.definition.programme.organisationKinds;
  const created = new Set(kinds.flatMap((kind) => kind.creates ?? []));
  return kinds.filter((kind) => kind.parents.length === 0 && !created.has(kind.id)).map((kind) => kind.id);
};
