import type { CompiledEdition } from '#core/model/index.ts';
import type { OrganisationPage, OrganisationSearch, OrganisationView } from '#core/model/wire/index.ts';
import { applies, kindOf, kindTitle } from '#server/services/case/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { notFound } from '#server/services/ground/index.ts';
import { type Organisation, organisations, type Tx } from '#server/store/index.ts';

const PAGE = 50;

/** A page of approved organisations: those that match a text, the children of one, or the roots of the tree. */
export async function searchOrganisations(
  services: Services,
  search: OrganisationSearch,
): Promise<OrganisationPage> {
  const edition = await services.editions.current();
  const text = search.search?.trim() ?? '';
  const page = await organisations.search(services.db, {
    statuses: ['active'],
    limit: PAGE,
    after: search.after ?? null,
    ...(text === '' ? {} : { text }),
    ...(search.parent === undefined ? {} : { parentId: search.parent }),
    ...kindsOffered(edition, search, text),
  });
  const views = page.rows.map((one) => view(services.db, edition, one, search));
  return { organisations: await Promise.all(views), after: page.after };
}

/**
 * Which kinds a page is narrowed to. A form of an organisation offers the kinds that it may register under; people
 * look for theirs down the tree, so they begin at its roots, as every search without a text does.
 */
function kindsOffered(
  edition: CompiledEdition,
  { parent, for: form, kind }: OrganisationSearch,
  text: string,
): { kinds?: string[] } {
  if (parent !== undefined) return {};
  const fromRoots = form === undefined || isPersonForm(edition, form);
  if (text === '' && fromRoots) return { kinds: rootKinds(edition) };
  return form === undefined ? {} : { kinds: kindsFor(edition, form, kind) };
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
