import { col, fn, literal } from 'sequelize';
import { bounded, type Page, pageOf, readCursor } from '../cursor.ts';
import {
  decode,
  find,
  findOne,
  greaterThan,
  insert,
  modelOf,
  oneOf,
  remove,
  update,
  type Where,
} from '../rows.ts';
import { underPath } from '../search.ts';
import { atomically } from '../transaction.ts';
import type { Tx } from '../tx.ts';
import type { CaseRecord } from '../types.ts';
import { caseTable } from './case-table.ts';
import { fileTable } from './files.ts';
import { organisations } from './organisations.ts';

type CaseExpectation = { id: string; version: number; stateKey: string };

type CaseChanges = Partial<Omit<CaseRecord, 'id' | 'version' | 'bytesUsed' | 'createdAt'>>;

/** Which cases are counted or walked. */
export type CaseFilter = {
  /** Cases filed from this organisation's subtree, itself included. */
  under: string;
  route: string;
  cycle: string;
  stateKeys?: string[];
};

/** Cases without their answers. */
export const cases = {
  /** Version 1, no bytes used. */
  async create(tx: Tx, given: Omit<CaseRecord, 'version' | 'bytesUsed'>): Promise<CaseRecord> {
    const record = { ...given, version: 1, bytesUsed: 0 };
    await insert(tx, caseTable, record);
    return record;
  },

  get: (tx: Tx, id: string): Promise<CaseRecord | null> => findOne(tx, caseTable, { id }),

  /** Reads it and holds it until the transaction ends. Only inside a transaction. */
  async lock(tx: Tx, id: string): Promise<CaseRecord | null> {
    if (!tx.transaction) throw new Error(`Case <${id}> can be held only inside a transaction.`);
    return findOne(tx, caseTable, { id }, { lock: true });
  },

  byIds: (tx: Tx, ids: string[]): Promise<CaseRecord[]> =>
    ids.length === 0 ? Promise.resolve([]) : find(tx, caseTable, { id: oneOf(ids) }),

  /** CAS by version and state; counts the version up. */
  async update(tx: Tx, expected: CaseExpectation, changes: CaseChanges): Promise<boolean> {
    const { id, version, stateKey } = expected;
    const count = await update(tx, caseTable, { id, version, stateKey }, changes, {
      version: literal('version + 1'),
    });
    return count === 1;
  },

  /** Deletes it with answers, files, strikes, events, positions and print settings. Gives the hashes of its files. */
  erase: (tx: Tx, id: string): Promise<string[]> =>
    atomically(tx, async (inner) => {
      await findOne(inner, caseTable, { id }, { lock: true });
      const kept = await find(inner, fileTable, { caseId: id }, { attributes: ['sha256'] });
      await remove(inner, caseTable, { id });
      return [...new Set(kept.map((file) => file.sha256))];
    }),

  /** Newest first. */
  ofOwner: (tx: Tx, ownerUserId: string, subject?: CaseRecord['subject']): Promise<CaseRecord[]> =>
    newest(tx, { ownerUserId, ...(subject && { subject }) }),

  /** Newest first. */
  ofOwnerOrganisation: (
    tx: Tx,
    ownerOrganisationId: string,
    subject?: CaseRecord['subject'],
  ): Promise<CaseRecord[]> => newest(tx, { ownerOrganisationId, ...(subject && { subject }) }),

  /** Every case filed from one of these organisations. */
  ofUnits: (
    tx: Tx,
    unitIds: string[],
    { subject, cycle }: { subject: CaseRecord['subject']; cycle?: string },
  ): Promise<CaseRecord[]> =>
    unitIds.length === 0
      ? Promise.resolve([])
      : find(tx, caseTable, { unitId: oneOf(unitIds), subject, ...(cycle !== undefined && { cycle }) }),

  /** The editions that cases were begun under, that of the newest case first. */
  async editions(tx: Tx): Promise<string[]> {
    const rows = await modelOf(tx, caseTable).findAll({
      attributes: ['edition'],
      group: ['edition'],
      order: [[fn('MAX', col('createdAt')), 'DESC']],
      raw: true,
      transaction: tx.transaction,
    });
    return rows.map((row) => decode<CaseRecord>(caseTable, row).edition);
  },

  /** How many cases stand in each state, over a subtree. */
  async countByState(tx: Tx, filter: CaseFilter): Promise<{ stateKey: string; count: number }[]> {
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

  /** The organisations of a subtree that cases are filed from, in order of their id. */
  async unitsUnder(tx: Tx, filter: CaseFilter): Promise<string[]> {
    const join = await subtree(tx, filter);
    if (!join) return [];
    const options = { ...join, attributes: ['unitId'], group: ['unitId'], order: ['unitId'] };
    const rows = await modelOf(tx, caseTable).findAll(options);
    return rows.map((row) => decode<CaseRecord>(caseTable, row).unitId ?? '');
  },

  /** Cases of a subtree in order of their id. */
  async under(
    tx: Tx,
    filter: CaseFilter & { after?: string | null; limit: number },
  ): Promise<Page<CaseRecord>> {
    const limit = bounded(filter.limit);
    const join = await subtree(tx, filter);
    if (!join) return { rows: [], after: null };
    const [last] = readCursor(filter.after, 1) ?? [];
    const where = last === undefined ? join.where : { ...join.where, id: greaterThan(last) };
    const rows = await modelOf(tx, caseTable).findAll({ ...join, where, order: ['id'], limit: limit + 1 });
    return pageOf(
      rows.map((row) => decode<CaseRecord>(caseTable, row)),
      limit,
      (row) => [row.id],
    );
  },
};

function newest(tx: Tx, where: Where<CaseRecord>): Promise<CaseRecord[]> {
  return find(tx, caseTable, where, { order: [['createdAt', 'DESC'], 'id'] });
}

/** The cases of a subtree, joined by the path of the organisation that they are filed from. Null = no such organisation. */
async function subtree(tx: Tx, { under, route, cycle, stateKeys }: CaseFilter) {
  const root = await organisations.get(tx, under);
  if (!root) return null;
  return {
    where: { route: String(route), cycle: String(cycle), ...(stateKeys && { stateKey: oneOf(stateKeys) }) },
    include: [{ association: 'unit', attributes: [], required: true, where: { path: underPath(root.path) } }],
    raw: true,
    transaction: tx.transaction,
  };
}

function counted(row: unknown): { stateKey: string; count: number } {
  const { stateKey, count } = row as { stateKey: string; count: number | string };
  return { stateKey, count: Number(count) };
}
