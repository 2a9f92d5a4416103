import { type Static, Type } from 'typebox';
import { InitialPassword } from './accounts.ts';
import { after, closed, filledText, id, nullable, text, username } from './parts.ts';

/** GET /api/organisations/:id. */
export const OrganisationView = closed({
  id,
  name: text(),
  kind: text(),
  kindTitle: text(),
  /** Names from the top of the tree down to its parent. */
  path: Type.Array(text()),
  hasChildren: Type.Boolean(),
  selectable: Type.Boolean(),
});
export type OrganisationView = Static<typeof OrganisationView>;

/**
 * GET /api/organisations?…: names that contain `search`, or the children of `parent`, or the roots. `for` is the
 * account form that is being filled, `kind` the kind of organisation that registers with it.
 */
export const OrganisationSearch = closed({
  search: Type.Optional(text(100)),
  parent: Type.Optional(id),
  /** Of the children of `parent`, or of the roots, only those of this group. */
  group: Type.Optional(id),
  for: Type.Optional(id),
  kind: Type.Optional(id),
  after: Type.Optional(after),
});
export type OrganisationSearch = Static<typeof OrganisationSearch>;

/**
 * A page of organisations; `after` is where the next one begins, null at the end. `groups`: how the programme groups
 * this level of the tree, in its order; `others`: kinds of no group may stand beside them.
 */
export const OrganisationPage = closed({
  groups: Type.Optional(Type.Array(closed({ id, title: text(), kinds: Type.Array(id) }))),
  others: Type.Optional(Type.Boolean()),
  organisations: Type.Array(OrganisationView),
  after: nullable(text()),
});
/** A page of organisations; `after` is where the next one begins, null at the end. */
export type OrganisationPage = Static<typeof OrganisationPage>;

/** POST /api/organisations: one that is created by hand, with its first user. */
export const NewOrganisation = closed({ kind: id, name: filledText(200), username });
export type NewOrganisation = Static<typeof NewOrganisation>;

/** The organisation that was created, and its first user's password. */
export const CreatedOrganisation = closed({ organisation: id, ...InitialPassword.properties });
export type CreatedOrganisation = Static<typeof CreatedOrganisation>;

/** PUT /api/organisations/:id/parent. */
export const NewParent = closed({ parent: id });
export type NewParent = Static<typeof NewParent>;
