import { col, fn, literal } from 'sequelize';
import { bounded, pageOf, readCursor } from '../cursor.ts';
import type { Tx } from '../database.ts';
import { caseTable } from '../models/cases.ts';
import { fileTable } from '../models/files.ts';
import { above, anyOf, change, decode, drop, find, insert, modelOf, one } from '../rows.ts';
import { underPath } from '../search.ts';
import type { CaseFilter, CaseRepository } from '../signatures/index.ts';
import { atomically } from '../transaction.ts';
import type { CaseRecord } from '../types.ts';
import { organisations } from './organisations.ts';

export const cases: CaseRepository = {
  async create(tx, given) {
    const record = { ...given, version: 1, bytesUsed: 0 };
    await insert(tx, caseTable, record);
    return record;
  },

  get: (tx, id) => one(tx, caseTable, { id }),

  async lock(tx, id) {
    if (!tx.transaction) throw new Error(`Case <${id}> can be held only inside a transaction.`);
    return one(tx, caseTable, { id }, { lock: true });
  },

  byIds: (tx, ids) => (ids.length === 0 ? Promise.resolve([]) : find(tx, caseTable, { id: anyOf(ids) })),

  async update(tx, expected, changes) {
    const { id, version, stateKey } = expected;
    const count = await change(tx, caseTable, { id, version, stateKey }, changes, {
      version: literal('version + 1'),
    });
    return count === 1;
  },

  erase: (tx, id) =>
    atomically(tx, async (inner) => {
      await one(inner, caseTable, { id }, { lock: true });
      const kept = await find(inner, fileTable, { caseId: id }, { attributes: ['sha256'] });
      await drop(inner, caseTable, { id });
      return [...new Set(kept.map((file) => file.sha256))];
    }),

  ofOwner: (tx, ownerUserId, subject) =>
    find(
      tx,
      caseTable,
      { ownerUserId, ...(subject && { subject }) },
      { order: [['createdAt', 'DESC'], 'id'] },
    ),

  ofOwnerOrganisation: (tx, ownerOrganisationId, subject) =>
    find(
      tx,
      caseTable,
      { ownerOrganisationId, ...(subject && { subject }) },
      { order: [['createdAt', 'DESC'], 'id'] },
    ),

  ofUnits: (tx, unitIds, { subject, cycle }) =>
    unitIds.length === 0
      ? Promise.resolve([])
      : find(tx, caseTable, { unitId: anyOf(unitIds), subject, ...(cycle !== undefined && { cycle }) }),

  async countByState(tx, filter) {
    const join = await subtree(tx, filter);
    if (!join) return [];
    const attributes: (string | [ReturnType<typeof fn>, string])[] = [
      'stateKey',
      [fn('COUNT', col('cases.id')), 'count'],
    ];
    const options = { ...join, attributes, group: ['stateKey'], order: ['stateKey'] };
    const rows = await modelOf(tx, caseTable).findAll(options);
    return rows.map((row) => counted(row));
  },

  async under(tx, filter) {
    const limit = bounded(filter.limit);
    const join = await subtree(tx, filter);
    if (!join) return { rows: [], after: null };
    const [last] = readCursor(filter.after, 1) ?? [];
    const where = last === undefined ? join.where : { ...join.where, id: above(last) };
    const rows = await modelOf(tx, caseTable).findAll({ ...join, where, order: ['id'], limit: limit + 1 });
    return pageOf(
      rows.map((row) => decode<CaseRecord>(caseTable, row)),
      limit,
      (row) => [row.id],
    );
  },
};

/** The cases of a subtree, joined by the path of the organisation that they are filed from. Null = no such organisation. */
async function subtree(tx: Tx, { under, route, cycle, stateKeys }: CaseFilter) {
  const root = await organisations.get(tx, under);
  if (!root) return null;
  return {
    where: { route: String(route), cycle: String(cycle), ...(stateKeys && { stateKey: anyOf(stateKeys) }) },
    include: [{ association: 'unit', attributes: [], required: true, where: { path: underPath(root.path) } }],
    raw: true,
    transaction: tx.transaction,
  };
}

function counted(row: unknown): { stateKey: string; count: number } {
  const { stateKey, count } = row as { stateKey: string; count: number | string };
  return { stateKey, count: Number(count) };
}
