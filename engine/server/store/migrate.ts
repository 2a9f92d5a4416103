import { createHash } from 'node:crypto';
import { QueryTypes } from 'sequelize';
import { Umzug, type UmzugStorage } from 'umzug';
import { NewerSchemaError } from './errors.ts';
import { type MigrationRow, migrationTable } from './migrations/applied.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { createTable, type Migration, type Step } from './migrations/migration.ts';
import { find, insert } from './rows.ts';
import { assertTables } from './tables.ts';
import { inTransaction } from './transaction.ts';
import type { Database, Tx } from './tx.ts';

const LOCK = 'shenbao-migrate';
const LOCK_SECONDS = 120;

/**
 * Brings the schema up to this version and gives the names of the steps taken; none when it is up to date.
 * Several processes may call it at once. Throws NewerSchemaError when the database is ahead of this version, and
 * an Error when its steps were taken in another order, or when a table is not as they leave it.
 */
export function migrate(db: Database, migrations: readonly Migration[] = MIGRATIONS): Promise<string[]> {
  return inTransaction(db, (tx) =>
    alone(tx, async () => {
      const step = stepOf(tx);
      await createTable(step, migrationTable.name, migrationTable.columns);
      assertKnownMigrations(await executed(tx), migrations);
      const done = await umzugOf(tx, step, migrations).up();
      if (migrations === MIGRATIONS) await assertTables(tx);
      return done.map(({ name }) => name);
    }),
  );
}

/** The steps that `migrate` would take. Throws as it does. */
export async function pendingMigrations(db: Database): Promise<string[]> {
  const tables = await db.sequelize.getQueryInterface().showAllTables();
  const rows = tables.map(String).includes(migrationTable.name) ? await executed(db) : [];
  assertKnownMigrations(rows, MIGRATIONS);
  return MIGRATIONS.slice(rows.length).map(({ name }) => name);
}

function umzugOf(tx: Tx, step: Step, migrations: readonly Migration[]): Umzug<Step> {
  return new Umzug<Step>({
    migrations: migrations.map(({ name, up }) => ({ name, up: ({ context }) => up(context) })),
    context: step,
    storage: storageOf(tx, migrations),
    logger: undefined,
  });
}

/** What umzug has done, kept in the database with the checksum of the order. */
function storageOf(tx: Tx, migrations: readonly Migration[]): UmzugStorage {
  const sums = checksums(migrations);
  return {
    executed: async () => (await executed(tx)).map(({ name }) => name),
    logMigration: async ({ name }) => {
      const ordinal = migrations.findIndex((one) => one.name === name) + 1;
      const checksum = sums[ordinal - 1] ?? '';
      await insert(tx, migrationTable, { ordinal, name, checksum, appliedAt: new Date().toISOString() });
    },
    unlogMigration: async ({ name }) => {
      throw new Error(`Migration <${name}> cannot be taken back: migrations go up only.`);
    },
  };
}

function executed(tx: Tx): Promise<MigrationRow[]> {
  return find(tx, migrationTable, {}, { order: [['ordinal', 'ASC']] });
}

function assertKnownMigrations(rows: MigrationRow[], migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = rows.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (unknown.length > 0) throw new NewerSchemaError(unknown);
  const sums = checksums(migrations);
  const strange = rows.find(({ checksum }, index) => checksum !== sums[index]);
  if (strange)
    throw new Error(`Migration <${strange.name}> was taken in another order than this version has it.`);
}

/** For each step the SHA-256 over its name and all names before it. */
function checksums(migrations: readonly Migration[]): string[] {
  let sum = '';
  return migrations.map(({ name }) => {
    sum = createHash('sha256').update(`${sum}\n${name}`).digest('hex');
    return sum;
  });
}

function stepOf(tx: Tx): Step {
  if (!tx.transaction) throw new Error('A migration runs inside a transaction.');
  return { queries: tx.sequelize.getQueryInterface(), transaction: tx.transaction };
}

/**
 * SQLite's transaction holds the file. MariaDB commits at each DDL statement, so a named lock keeps the others
 * waiting.
 */
async function alone<R>(tx: Tx, work: () => Promise<R>): Promise<R> {
  if (tx.dialect === 'sqlite') return work();
  const ask = (sql: string) =>
    tx.sequelize.query<{ held: number | string | null }>(sql, {
      type: QueryTypes.SELECT,
      transaction: tx.transaction,
      replacements: { name: LOCK, seconds: LOCK_SECONDS },
    });
  const [answer] = await ask("SELECT GET_LOCK(CONCAT(:name, '-', DATABASE()), :seconds) AS held");
  if (Number(answer?.held) !== 1)
    throw new Error(`Another process has been migrating for ${LOCK_SECONDS} seconds.`);
  try {
    return await work();
  } finally {
    await ask("SELECT RELEASE_LOCK(CONCAT(:name, '-', DATABASE())) AS held");
  }
}
