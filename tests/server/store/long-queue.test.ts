import { expect, it } from 'vitest';
import { cases, inTransaction, type Position, positions, type Tx } from '#server/store/index.ts';
import { caseTable } from '#server/store/repositories/case-table.ts';
import { searchable } from '#server/store/search.ts';
import { describeOnDatabases } from '../../support/databases.ts';
import { caseRecord, makeOrganisation } from '../../support/records.ts';

const LONG = 20_000;
const AT_ONCE = 500;
const KEY = { organisationId: 'unit', route: 'route', cycle: '2030', queue: 'pending' };
/** They stand far apart, the first of them behind the first ten thousand. */
const NAMED = Array.from({ length: 11 }, (_, at) => 10_500 + at * 800);

/** A minute apart, the newest first. */
const sinceOf = (at: number): string =>
  new Date(Date.UTC(2030, 0, 1) - Math.floor(at / 3) * 60_000).toISOString();

/** Many rows by few statements: what is tried is how they are read. */
async function insertMany(tx: Tx, table: string, rows: object[]): Promise<void> {
  const [first = {}] = rows;
  const columns = Object.keys(first).map((column) => `\`${column}\``);
  const marks = rows.map(() => `(${columns.map(() => '?').join(',')})`).join(',');
  const values = rows.flatMap((row) => Object.values(row));
  await tx.sequelize.query(`INSERT INTO ${table} (${columns.join(',')}) VALUES ${marks}`, {
    replacements: values,
    transaction: tx.transaction,
  });
}

function caseAt(at: number): object {
  const name = NAMED.includes(at) ? `张未冬 ${at}` : `李某 ${at}`;
  const record = { ...caseRecord({ id: `case-${at}`, name }), version: 1, bytesUsed: 0 };
  const row = { ...record, searchName: searchable(name) };
  const columns = caseTable.columns as { [key: string]: { kind: string } };
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      columns[key]?.kind === 'json' ? JSON.stringify(value) : value,
    ]),
  );
}

describeOnDatabases('a queue of 20,000', (db) => {
  it('finds by name all that are called so, page by page, wherever they stand', async () => {
    await inTransaction(db(), async (tx) => {
      for (let from = 0; from < LONG; from += AT_ONCE) {
        const numbers = Array.from({ length: AT_ONCE }, (_, at) => from + at);
        await insertMany(tx, 'cases', numbers.map(caseAt));
        const stands = numbers.map((at) => ({
          caseId: `case-${at}`,
          ...KEY,
          desk: 'desk',
          since: sinceOf(at),
        }));
        await insertMany(tx, 'positions', stands);
      }
    });
    const all = await every('未冬');
    expect(new Set(all.map(({ caseId }) => caseId))).toEqual(new Set(NAMED.map((at) => `case-${at}`)));
    expect(all).toHaveLength(NAMED.length);
    expect(all.map(({ since }) => since)).toEqual(
      all
        .map(({ since }) => since)
        .toSorted()
        .reverse(),
    );
    expect(await every('zwd')).toEqual(all);
    expect(await every('ＺＷＤ')).toEqual(all);
    expect(await every('nobody')).toEqual([]);
    expect(await every('%')).toEqual([]);
    await cases.update(db(), await expectedOf('case-3'), { name: '张未冬' });
    expect((await every('未冬'))[0]?.caseId).toBe('case-3');
  });

  it('finds by the organisation that a case names, its initials included, among those called otherwise', async () => {
    await makeOrganisation(db(), { id: 'far', name: '远山医院' });
    await cases.update(db(), await expectedOf('case-19000'), { unitId: 'far' });
    expect((await every('远山')).map(({ caseId }) => caseId)).toEqual(['case-19000']);
    expect((await every('ysyy')).map(({ caseId }) => caseId)).toEqual(['case-19000']);
    expect((await every('19000')).map(({ caseId }) => caseId)).toEqual(['case-19000']);
  });

  async function every(text: string): Promise<Position[]> {
    const found: Position[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof positions.page>> = await positions.page(db(), KEY, {
        after,
        limit: 4,
        text,
      });
      found.push(...page.rows);
      after = page.after;
    } while (after !== null);
    return found;
  }

  async function expectedOf(id: string): Promise<{ id: string; version: number; stateKey: string }> {
    const record = await cases.get(db(), id);
    if (!record) throw new Error(id);
    return record;
  }
});
