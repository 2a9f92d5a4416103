import { literal, Op } from 'sequelize';
import { bounded, pageOf, readCursor } from '../cursor.ts';
import type { Tx } from '../database.ts';
import { organisationTable } from '../models/organisations.ts';
import { anyOf, change, find, insert, one, type Where } from '../rows.ts';
import { afterName, contains, fold, searchable, underPath } from '../search.ts';
import type { OrganisationFilter, OrganisationRepository } from '../signatures/index.ts';
import type { Organisation } from '../types.ts';

type Conditions = Where<Organisation>;

/** More children than this a desk does not look through. */
const MOST_CHILDREN = 2000;

export const organisations: OrganisationRepository = {
  get: (tx, id) => one(tx, organisationTable, { id }),

  async lock(tx, id) {
    if (!tx.transaction) throw new Error(`Organisation <${id}> can be held only inside a transaction.`);
    return one(tx, organisationTable, { id }, { lock: true });
  },

  roots: (tx) => find(tx, organisationTable, { parentId: null }, { order: ['name', 'id'] }),

  async move(tx, id, parentId) {
    const moved = await organisations.lock(tx, id);
    if (!moved) throw new Error(`Organisation <${id}> is to be moved, but does not exist.`);
    const path = `${await pathAbove(tx, parentId)}${id}/`;
    if (path.startsWith(moved.path)) throw new Error(`Organisation <${id}> cannot hang below itself.`);
    const subtree = await find(tx, organisationTable, { path: underPath(moved.path) }, { lock: true });
    for (const row of subtree) {
      const changes = { path: path + row.path.slice(moved.path.length), ...(row.id === id && { parentId }) };
      await change(tx, organisationTable, { id: row.id }, changes, { version: literal('version + 1') });
    }
  },

  byIds: (tx, ids) =>
    ids.length === 0 ? Promise.resolve([]) : find(tx, organisationTable, { id: anyOf(ids) }),

  children: (tx, id) => find(tx, organisationTable, { parentId: id }, { order: ['name', 'id'] }),

  async childrenOfKinds(tx, parentIds, kinds) {
    if (parentIds.length === 0 || kinds.length === 0) return [];
    const where = { parentId: anyOf(parentIds), kind: anyOf(kinds), status: 'active' };
    return find(tx, organisationTable, where, { order: ['name', 'id'], limit: MOST_CHILDREN });
  },

  async line(tx, id) {
    const unit = await organisations.get(tx, id);
    if (!unit) return [];
    const above = idsOf(unit.path).slice(0, -1);
    const found = await organisations.byIds(tx, above);
    return [...found.toSorted((a, b) => above.indexOf(a.id) - above.indexOf(b.id)), unit];
  },

  ancestors: async (tx, id) => (await organisations.line(tx, id)).slice(0, -1),

  async subtreeIds(tx, id) {
    const root = await organisations.get(tx, id);
    if (!root) return [];
    const rows = await find(tx, organisationTable, { path: underPath(root.path) }, { attributes: ['id'] });
    return rows.map((row) => row.id);
  },

  async isUnder(tx, id, root) {
    return idsOf((await organisations.get(tx, id))?.path).includes(root);
  },

  async create(tx, given) {
    const path = `${await pathAbove(tx, given.parentId)}${given.id}/`;
    const organisation = { ...given, searchName: searchable(given.name), path, version: 1 };
    await insert(tx, organisationTable, organisation);
    return organisation;
  },

  async update(tx, id, version, changes) {
    const renamed =
      changes.name === undefined ? changes : { ...changes, searchName: searchable(changes.name) };
    const count = await change(tx, organisationTable, { id, version }, renamed, {
      version: literal('version + 1'),
    });
    return count === 1;
  },

  async search(tx, filter) {
    const limit = bounded(filter.limit);
    const where = await conditions(tx, filter);
    if (!where) return { rows: [], after: null };
    const rows = await find(tx, organisationTable, where, { order: ['name', 'id'], limit: limit + 1 });
    return pageOf(rows, limit, (row) => [row.name, row.id]);
  },
};

/** Null when the subtree asked for does not exist. */
async function conditions(tx: Tx, filter: OrganisationFilter): Promise<Conditions | null> {
  const all: object[] = [afterName(readCursor(filter.after, 2))];
  if (filter.under !== undefined) {
    const root = await organisations.get(tx, filter.under);
    if (!root) return null;
    all.push({ path: underPath(root.path) });
  }
  if (filter.parentId !== undefined) all.push({ parentId: String(filter.parentId) });
  if (filter.kinds) all.push({ kind: anyOf(filter.kinds) });
  if (filter.statuses) all.push({ status: anyOf(filter.statuses) });
  const text = fold(filter.text ?? '');
  if (text) all.push(contains(['searchName', 'name'], text) as object);
  return { [Op.and]: all };
}

async function pathAbove(tx: Tx, parentId: string | null): Promise<string> {
  if (parentId === null) return '/';
  const parent = await organisations.get(tx, parentId);
  if (!parent) throw new Error(`Organisation <${parentId}> is to be a parent, but does not exist.`);
  return parent.path;
}

function idsOf(path: string | undefined): string[] {
  return (path ?? '').split('/').filter(Boolean);
}
