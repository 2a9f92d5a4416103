import type { Json } from '#core/model/index.ts';
import { bounded, type Page, pageOf, readCursor } from '../cursor.ts';
import type { At, CaseRecord } from '../records/index.ts';
import { find, findOne, grouped, insert, remove, update, utc } from '../rows.ts';
import { searchable, underPath } from '../search.ts';
import { among, atMost, greaterThan, increased, oneOf, selectOf, type Where } from '../sql/index.ts';
import { atomically } from '../transaction.ts';
import type { Tx } from '../tx.ts';
import { type CaseRow, caseTable, PLAIN_CASE } from './case-table.ts';
import { fileTable } from './files.ts';
import { organisations, organisationTable } from './organisations.ts';
import { frozenPrintTable } from './prints/frozen-prints.ts';
import { printRuns } from './prints/print-runs.ts';

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

/** A case as lists show it; `listing` null = it is computed from the answers. */
export type ListedRecord = { id: string; record: CaseRecord; listing: Json };

const LISTED: (keyof CaseRow)[] = [...PLAIN_CASE.attributes, 'listing'];

const listedAs = (listing: Json): Pick<CaseRow, 'listed' | 'listing'> => ({
  listed: listing === null ? 0 : 1,
  listing,
});

/** Under another edition it is to be made anew. */
function shownAfter({ edition }: CaseChanges, listing: Json | undefined): Partial<CaseRow> {
  if (listing !== undefined) return listedAs(listing);
  return edition === undefined ? {} : { listed: null, listing: null };
}

/** Cases without their answers. */
export const cases = {
  /** Version 1, no bytes used. What is begun stands in no list; of an account the listing is to be made. */
  async create(tx: Tx, given: Omit<CaseRecord, 'version' | 'bytesUsed'>): Promise<CaseRecord> {
    const record = { ...given, version: 1, bytesUsed: 0 };
    const listed = given.subject === 'application' ? 0 : null;
    await insert(tx, caseTable, { ...record, searchName: searchable(given.name), listed, listing: null });
    return record;
  },

  get: (tx: Tx, id: string): Promise<CaseRecord | null> => findOne(tx, caseTable, { id }, PLAIN_CASE),

  /** Reads it and holds it until the transaction ends. Only inside a transaction. */
  async lock(tx: Tx, id: string): Promise<CaseRecord | null> {
    if (!tx.transaction) throw new Error(`Case <${id}> can be held only inside a transaction.`);
    return findOne(tx, caseTable, { id }, { ...PLAIN_CASE, lock: true });
  },

  byIds: (tx: Tx, ids: string[]): Promise<CaseRecord[]> =>
    ids.length === 0 ? Promise.resolve([]) : find(tx, caseTable, { id: oneOf(ids) }, PLAIN_CASE),

  /** CAS by version and state; counts the version up. `listing`: what lists show of it from now on. */
  async update(
    tx: Tx,
    expected: CaseExpectation,
    { listing, ...changes }: CaseChanges & { listing?: Json },
  ): Promise<boolean> {
    const { id, version, stateKey } = expected;
    const found = changes.name === undefined ? {} : { searchName: searchable(changes.name) };
    const shown = shownAfter(changes, listing);
    const count = await update(
      tx,
      caseTable,
      { id, version, stateKey },
      { ...changes, ...found, ...shown },
      {
        version: increased<CaseRecord>('version'),
      },
    );
    return count === 1;
  },

  /** What lists show of it; null = nothing that is written beside it. */
  async list(tx: Tx, id: string, listing: Json): Promise<void> {
    await update(tx, caseTable, { id }, listedAs(listing));
  },

  /** The same for one of which that was not made yet; one that has moved meanwhile has it already. */
  async listFirst(tx: Tx, id: string, listing: Json): Promise<void> {
    await update(tx, caseTable, { id, listed: null }, listedAs(listing));
  },

  /** What lists show of it is to be made anew. */
  async unlist(tx: Tx, id: string): Promise<void> {
    await update(tx, caseTable, { id }, { listed: null, listing: null });
  },

  /** Those of which what lists show is to be made, in order of their id. */
  unlisted: (tx: Tx, after: string, limit: number): Promise<CaseRecord[]> =>
    find(tx, caseTable, { listed: null, id: greaterThan(after) }, { ...PLAIN_CASE, order: ['id'], limit }),

  /** Cases with what lists show of them. */
  async listedByIds(tx: Tx, ids: string[]): Promise<ListedRecord[]> {
    const rows = await find(tx, caseTable, { id: oneOf(ids) }, { attributes: LISTED });
    return rows.map(({ listing, ...record }) => ({ id: record.id, record, listing: listing ?? null }));
  },

  /**
   * Deletes it with answers, files, strikes, events, positions, print settings, frozen prints, and every print run that it
   * is part of. Gives the hashes of the files that went.
   */
  erase: (tx: Tx, id: string): Promise<string[]> =>
    atomically(tx, async (inner) => {
      await findOne(inner, caseTable, { id }, { lock: true });
      const kept = await find(inner, fileTable, { caseId: id }, { attributes: ['sha256'] });
      const frozen = await find(inner, frozenPrintTable, { caseId: id }, { attributes: ['sha256'] });
      const printed = await printRuns.removeOfCase(inner, id);
      await remove(inner, caseTable, { id });
      const hashes = [...kept, ...frozen].flatMap(({ sha256 }) => sha256 ?? []);
      return [...new Set([...hashes, ...printed])];
    }),

  /** Newest first. */
  ofOwner: (tx: Tx, ownerUserId: string, subject?: CaseRecord['subject']): Promise<CaseRecord[]> =>
    newest(tx, { ownerUserId, ...(subject && { subject }) }),

  /** The applications of many people at once, newest first. */
  ofOwners: (tx: Tx, ownerUserIds: string[]): Promise<CaseRecord[]> =>
    newest(tx, { ownerUserId: oneOf(ownerUserIds), subject: 'application' }),

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
      : find(
          tx,
          caseTable,
          { unitId: oneOf(unitIds), subject, ...(cycle !== undefined && { cycle }) },
          PLAIN_CASE,
        ),

  /** The editions that cases were begun under, that of the newest case first. */
  async editions(tx: Tx): Promise<string[]> {
    const newest = await grouped(tx, caseTable, {}, { by: 'edition', value: 'MAX', of: 'createdAt' });
    return newest.toSorted((a, b) => (String(a.value) < String(b.value) ? 1 : -1)).map(({ group }) => group);
  },

  /** How many applications were begun under each edition. */
  async countByEdition(tx: Tx): Promise<{ edition: string; count: number }[]> {
    const where = { subject: 'application' as const };
    const found = await grouped(tx, caseTable, where, { by: 'edition', value: 'COUNT', of: 'id' });
    return found.map(({ group, value }) => ({ edition: group, count: Number(value) }));
  },

  /** Applications under an edition in order of their id, a page after `after`. */
  ofEdition: (tx: Tx, edition: string, after: string, limit: number): Promise<CaseRecord[]> =>
    find(
      tx,
      caseTable,
      { edition, subject: 'application', id: greaterThan(after) },
      { ...PLAIN_CASE, order: ['id'], limit },
    ),

  /** How many applications each cycle has. */
  async countByCycle(tx: Tx): Promise<{ cycle: string; count: number }[]> {
    const where = { subject: 'application' as const };
    const found = await grouped(tx, caseTable, where, { by: 'cycle', value: 'COUNT', of: 'id' });
    return found.map(({ group, value }) => ({ cycle: group, count: Number(value) }));
  },

  /** Applications of a cycle in order of their id, a page after `after`. */
  ofCycle: (tx: Tx, cycle: string, after: string, limit: number): Promise<CaseRecord[]> =>
    find(
      tx,
      caseTable,
      { cycle, subject: 'application', id: greaterThan(after) },
      { ...PLAIN_CASE, order: ['id'], limit },
    ),

  /** Applications under these editions that nothing has happened to since; in order of their id, a page after `after`. */
  unchangedSince: (
    tx: Tx,
    since: At,
    editions: string[],
    after: string,
    limit: number,
  ): Promise<CaseRecord[]> =>
    find(
      tx,
      caseTable,
      {
        ...{ edition: oneOf(editions), subject: 'application', id: greaterThan(after) },
        updatedAt: atMost(utc(since)),
      },
      { ...PLAIN_CASE, order: ['id'], limit },
    ),

  /** How many cases stand in each state, over a subtree. */
  async countByState(tx: Tx, filter: CaseFilter): Promise<{ stateKey: string; count: number }[]> {
    const where = await subtree(tx, filter);
    if (!where) return [];
    const states = await grouped(tx, caseTable, where, { by: 'stateKey', value: 'COUNT', of: 'id' });
    return states.map(({ group, value }) => ({ stateKey: group, count: Number(value) }));
  },

  /** The organisations of a subtree that cases are filed from, in order of their id. */
  async unitsUnder(tx: Tx, filter: CaseFilter): Promise<string[]> {
    const where = await subtree(tx, filter);
    if (!where) return [];
    const units = await grouped(tx, caseTable, where, { by: 'unitId', value: 'COUNT', of: 'id' });
    return units.map(({ group }) => group);
  },

  /** Cases of a subtree in order of their id. */
  async under(
    tx: Tx,
    filter: CaseFilter & { after?: string | null; limit: number },
  ): Promise<Page<CaseRecord>> {
    const limit = bounded(filter.limit);
    const where = await subtree(tx, filter);
    if (!where) return { rows: [], after: null };
    const [last] = readCursor(filter.after, 1) ?? [];
    const page = last === undefined ? where : { ...where, id: greaterThan(last) };
    const rows = await find(tx, caseTable, page, { ...PLAIN_CASE, order: ['id'], limit: limit + 1 });
    return pageOf(rows, limit, (row) => [row.id]);
  },
};

function newest(tx: Tx, where: Where<CaseRow>): Promise<CaseRecord[]> {
  return find(tx, caseTable, where, { ...PLAIN_CASE, order: [['createdAt', 'DESC'], 'id'] });
}

/** The cases that are filed from an organisation's subtree. Null = no such organisation. */
async function subtree(
  tx: Tx,
  { under, route, cycle, stateKeys }: CaseFilter,
): Promise<Where<CaseRow> | null> {
  const root = await organisations.get(tx, under);
  if (!root) return null;
  const units = selectOf(organisationTable, { path: underPath(root.path) }, { attributes: ['id'] });
  return {
    route,
    cycle,
    unitId: among(units),
    ...(stateKeys && { stateKey: oneOf(stateKeys) }),
  };
}
