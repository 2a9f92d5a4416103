import type { Database } from '#server/store/index.ts';

/** The tables that are filled. */
const TABLES = ['cases', 'users', 'case_sections', 'files', 'strikes', 'events', 'positions'];

type Index = { name: string; unique: boolean; primary: boolean; fields: { attribute: string }[] };

/** Does the work without the tables' indexes, and makes these afterwards: sorted once, in place of a search for each row. */
export async function withoutIndexes(db: Database, work: () => Promise<void>): Promise<void> {
  const queries = db.sequelize.getQueryInterface();
  const taken: [string, Index][] = [];
  for (const table of TABLES) {
    const indexes = (await queries.showIndex(table)) as Index[];
    const unique = await uniqueNames(db, table);
    for (const index of indexes.filter(isSecondary)) {
      await queries.removeIndex(table, index.name);
      taken.push([table, unique ? { ...index, unique: unique.has(index.name) } : index]);
    }
  }
  await work();
  for (const [table, { name, unique, fields }] of taken)
    await queries.addIndex(table, { name, unique, fields: fields.map(({ attribute }) => attribute) });
}

/** An index by case stays: the originals are found by it, and copies come at its end. */
const isSecondary = ({ name, primary, fields }: Index): boolean =>
  !primary && !name.startsWith('sqlite_autoindex') && fields[0]?.attribute !== 'caseId';

/** Of MariaDB, where Sequelize compares a number that its driver hands over as a text: every index would be unique. */
async function uniqueNames({ sequelize }: Database, table: string): Promise<Set<string> | undefined> {
  if (sequelize.getDialect() === 'sqlite') return undefined;
  const query =
    'SELECT INDEX_NAME AS name FROM information_schema.STATISTICS ' +
    'WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? AND NON_UNIQUE = 0';
  const [rows] = await sequelize.query(query, { replacements: [table] });
  return new Set((rows as { name: string }[]).map(({ name }) => name));
}
