import { type Database, inTransaction, type Tx } from '#server/store/index.ts';
import { quoted, run, Sql } from '#server/store/sql/index.ts';
import { TABLES } from '#server/store/tables.ts';

/** Copies made by one statement. */
const AT_ONCE = 10_000;
/** 0 to 9999, one after the other, on both databases: rows are written in the order in which tables hold them. */
const DIGITS =
  '(SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)';
const NUMBERS = ['a', 'b', 'c', 'e'].map((name) => `${DIGITS} ${name}`).join(' CROSS JOIN ');
const N = '(1000 * a.d + 100 * b.d + 10 * c.d + e.d)';
/** The rows of the original that are copied: a statement that reads the table which it writes would write them down first. */
const SOURCE = 'fill_source';
/** Columns that are told apart from copy to copy. */
const OWN = ['id', 'caseId', 'ownerUserId', 'name', 'username', 'usernameKey', 'searchName'];
/** What belongs to a case besides itself. */
const PARTS = ['case_sections', 'files', 'strikes', 'events', 'positions'];
const LISTED_PARTS = ['case_sections', 'events', 'positions'];

/**
 * Makes so many copies of an application, each with a person and a registration of its own, by SQL from the rows that
 * a real one has. All stand in the queues where the original stands. `begun`: how many there are already; `sections`:
 * of the answers only these, and no files.
 */
export async function fill(
  db: Database,
  caseId: string,
  count: number,
  { begun = 0, sections }: { begun?: number; sections?: string[] } = {},
): Promise<void> {
  const [{ ownerUserId = '' } = {}] = await rowsOf<{ ownerUserId: string }>(db, 'cases', caseId);
  const [{ caseId: registration = '' } = {}] = await rowsOf<{ caseId: string }>(db, 'users', ownerUserId);
  for (let from = begun; from < count; from += AT_ONCE) {
    const range = { from, to: Math.min(count, from + AT_ONCE) };
    await inTransaction(db, async (tx) => {
      for (const id of [registration, caseId]) await copy(tx, 'cases', 'id', id, range);
      await copy(tx, 'users', 'id', ownerUserId, range);
      for (const table of sections ? LISTED_PARTS : PARTS)
        await copy(tx, table, 'caseId', caseId, { ...range, ...(sections && { sections }) });
      await copy(tx, 'case_sections', 'caseId', registration, range);
    });
  }
}

async function rowsOf<R>(db: Database, table: string, id: string): Promise<R[]> {
  const { rows } = await run(db, new Sql(`SELECT * FROM ${quoted(table)} WHERE id = ?`, [id]));
  return rows as R[];
}

async function copy(
  tx: Tx,
  table: string,
  key: string,
  id: string,
  { from, to, sections }: { from: number; to: number; sections?: string[] },
): Promise<void> {
  const columns = Object.keys(TABLES.find(({ name }) => name === table)?.columns ?? {});
  const values = columns.map((column) =>
    OWN.includes(column) ? numbered(`t.${quoted(column)}`) : `t.${quoted(column)}`,
  );
  const some = table === 'case_sections' ? sections : undefined;
  const only = some ? ` AND section IN (${some.map(() => '?').join(', ')})` : '';
  const source = `CREATE TEMPORARY TABLE ${SOURCE} AS SELECT * FROM ${quoted(table)} WHERE ${quoted(key)} = ?${only}`;
  // SQLite joins in the order of its CROSS JOINs, MariaDB where it is told to.
  const inOrder = tx.dialect === 'sqlite' ? '' : 'STRAIGHT_JOIN ';
  const text = `INSERT INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) SELECT ${inOrder}${values.join(', ')} FROM ${NUMBERS} CROSS JOIN ${SOURCE} t WHERE ${N} < ${to - from}`;
  await run(tx, new Sql(source, [id, ...(some ?? [])]));
  await run(tx, new Sql(text.replaceAll('$from', String(from))));
  await run(tx, new Sql(`DROP ${tx.dialect === 'sqlite' ? '' : 'TEMPORARY '}TABLE ${SOURCE}`));
}

/** Six digits at the end; what is longer than an id may be is cut before them. */
const numbered = (column: string): string =>
  `CASE WHEN ${column} IS NULL THEN NULL ELSE CONCAT(SUBSTR(${column}, 1, 33), '-', SUBSTR(CONCAT('00000', ${N} + $from), -6)) END`;
