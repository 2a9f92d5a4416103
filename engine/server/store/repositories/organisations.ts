import { comparisonKey } from '#core/text/index.ts';
import { at, id, integer, json, nullable, primary, text } from '../columns.ts';
import { bounded, type Page, pageOf, readCursor } from '../cursor.ts';
import type { Organisation, OrganisationStatus } from '../records/index.ts';
import { find, findOne, grouped, insert, update } from '../rows.ts';
import { afterName, contains, searchable, underPath } from '../search.ts';
import { AND, increased, notEqual, oneOf, type Sql, type Where } from '../sql/index.ts';
import { table } from '../table.ts';
import type { Tx } from '../tx.ts';

/** The organisation tree. */
export const organisationTable = table<Organisation>(
  'organisations',
  {
    id: primary(id()),
    kind: id(),
    name: text(200),
    searchName: text(500),
    parentId: nullable(id()),
    path: text(512),
    level: integer(),
    status: text(20),
    caseId: nullable(id()),
    attributes: json(),
    createdAt: at(),
    version: integer(),
  },
  { organisations_path: ['path'] },
  { inDirectory: true },
);

type OrganisationFilter = {
  /** Part of the name or of the search name; blank = all. */
  text?: string;
  /** Only this organisation's subtree, itself included. */
  under?: string;
  /** Only direct children. */
  parentId?: string;
  kinds?: string[];
  statuses?: OrganisationStatus[];
  after?: string | null;
  /** At most 200. */
  limit: number;
};

type OrganisationChanges = Partial<
  Pick<Organisation, 'name' | 'kind' | 'level' | 'status' | 'caseId' | 'attributes'>
>;

type Conditions = Where<Organisation>;

/** A desk considers at most this many children. */
const MOST_CHILDREN = 2000;

/** Organisations, found by id, by name and by their place in the tree. */
export const organisations = {
  /** How many there are of each kind. */
  async countByKind(tx: Tx): Promise<{ kind: string; count: number }[]> {
    const where = { status: notEqual('deleted') };
    const found = await grouped(tx, organisationTable, where, { by: 'kind', value: 'COUNT', of: 'id' });
    return found.map(({ group, value }) => ({ kind: group, count: Number(value) }));
  },

  get: (tx: Tx, id: string): Promise<Organisation | null> => findOne(tx, organisationTable, { id }),

  /** Reads it and holds it until the transaction ends. Only inside a transaction. */
  async lock(tx: Tx, id: string): Promise<Organisation | null> {
    if (!tx.transaction) throw new Error(`Organisation <${id}> can be held only inside a transaction.`);
    return findOne(tx, organisationTable, { id }, { lock: true });
  },

  /** Those without a parent. */
  roots: (tx: Tx): Promise<Organisation[]> =>
    find(tx, organisationTable, { parentId: null }, { order: ['name', 'id'] }),

  /** Hangs it, with everything below it, under another parent. Only inside a transaction. */
  async move(tx: Tx, id: string, parentId: string): Promise<void> {
    const moved = await organisations.lock(tx, id);
    if (!moved) throw new Error(`Organisation <${id}> is to be moved, but does not exist.`);
    const path = `${await pathAbove(tx, parentId)}${id}/`;
    if (path.startsWith(moved.path)) throw new Error(`Organisation <${id}> cannot hang below itself.`);
    const subtree = await find(tx, organisationTable, { path: underPath(moved.path) }, { lock: true });
    for (const row of subtree) {
      const changes = { path: path + row.path.slice(moved.path.length), ...(row.id === id && { parentId }) };
      await update(tx, organisationTable, { id: row.id }, changes, {
        version: increased<Organisation>('version'),
      });
    }
  },

  byIds: (tx: Tx, ids: string[]): Promise<Organisation[]> =>
    ids.length === 0 ? Promise.resolve([]) : find(tx, organisationTable, { id: oneOf(ids) }),

  /** Direct children by name, any status. */
  children: (tx: Tx, id: string): Promise<Organisation[]> =>
    find(tx, organisationTable, { parentId: id }, { order: ['name', 'id'] }),

  /** Active children of these organisations, of these kinds. */
  async childrenOfKinds(tx: Tx, parentIds: string[], kinds: string[]): Promise<Organisation[]> {
    if (parentIds.length === 0 || kinds.length === 0) return [];
    const where = { parentId: oneOf(parentIds), kind: oneOf(kinds), status: 'active' };
    return find(tx, organisationTable, where, { order: ['name', 'id'], limit: MOST_CHILDREN });
  },

  /** From the root down to itself; nothing where it does not exist. */
  async line(tx: Tx, id: string): Promise<Organisation[]> {
    const unit = await organisations.get(tx, id);
    if (!unit) return [];
    const above = idsOf(unit.path).slice(0, -1);
    const found = await organisations.byIds(tx, above);
    return [...found.toSorted((a, b) => above.indexOf(a.id) - above.indexOf(b.id)), unit];
  },

  /** From the root down to the parent; without itself. */
  ancestors: async (tx: Tx, id: string): Promise<Organisation[]> =>
    (await organisations.line(tx, id)).slice(0, -1),

  /** Itself and everything below it. */
  async subtreeIds(tx: Tx, id: string): Promise<string[]> {
    const root = await organisations.get(tx, id);
    if (!root) return [];
    const rows = await find(tx, organisationTable, { path: underPath(root.path) }, { attributes: ['id'] });
    return rows.map((row) => row.id);
  },

  /** Is `id` inside the subtree of `root`, or `root` itself? */
  async isUnder(tx: Tx, id: string, root: string): Promise<boolean> {
    return idsOf((await organisations.get(tx, id))?.path).includes(root);
  },

  /** Path and version are made here. Throws when the parent does not exist. */
  async create(tx: Tx, given: Omit<Organisation, 'path' | 'version' | 'searchName'>): Promise<Organisation> {
    const path = `${await pathAbove(tx, given.parentId)}${given.id}/`;
    const organisation = { ...given, searchName: searchable(given.name), path, version: 1 };
    await insert(tx, organisationTable, organisation);
    return organisation;
  },

  /** CAS by version. */
  async update(tx: Tx, id: string, version: number, changes: OrganisationChanges): Promise<boolean> {
    const renamed =
      changes.name === undefined ? changes : { ...changes, searchName: searchable(changes.name) };
    const count = await update(tx, organisationTable, { id, version }, renamed, {
      version: increased<Organisation>('version'),
    });
    return count === 1;
  },

  async search(tx: Tx, filter: OrganisationFilter): Promise<Page<Organisation>> {
    const limit = bounded(filter.limit);
    const where = await conditions(tx, filter);
    if (!where) return { rows: [], after: null };
    const rows = await find(tx, organisationTable, where, { order: ['name', 'id'], limit: limit + 1 });
    return pageOf(rows, limit, (row) => [row.name, row.id]);
  },
};

/** Null when the subtree asked for does not exist. */
async function conditions(tx: Tx, filter: OrganisationFilter): Promise<Conditions | null> {
  const all: (Conditions | Sql)[] = [afterName(readCursor(filter.after, 2))];
  if (filter.under !== undefined) {
    const root = await organisations.get(tx, filter.under);
    if (!root) return null;
    all.push({ path: underPath(root.path) });
  }
  if (filter.parentId !== undefined) all.push({ parentId: String(filter.parentId) });
  if (filter.kinds) all.push({ kind: oneOf(filter.kinds) });
  if (filter.statuses) all.push({ status: oneOf(filter.statuses) });
  const text = comparisonKey(filter.text ?? '');
  if (text) all.push(contains<Organisation>(['searchName'], text));
  return { [AND]: all };
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
