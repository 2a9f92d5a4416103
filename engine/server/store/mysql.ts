import mysql2 from 'mysql2';
import type { Options } from 'sequelize';

/** What every session on MariaDB or MySQL runs under, whatever the server's defaults are. */
const SESSION = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'",
  'SET SESSION innodb_lock_wait_timeout = 5',
];

/** Connections of one process. */
export const POOL = 12;

type Connection = { promise(): { query(sql: string): Promise<unknown> } };

/** Sequelize's options for `mysql://…`: one statement a call, no local files, numbers beyond 2^53 as text. */
export function mysqlOptions(): Options {
  return {
    dialect: 'mysql',
    dialectModule: mysql2,
    logging: false,
    pool: { max: POOL, acquire: 10_000 },
    dialectOptions: {
      charset: 'utf8mb4_bin',
      multipleStatements: false,
      supportBigNumbers: true,
      bigNumberStrings: true,
      // With FOUND_ROWS (the driver's default) an UPDATE counts the rows that fitted, as SQLite does.
      flags: ['-LOCAL_FILES'],
    },
    hooks: { afterConnect: (connection) => prepare(connection as Connection) },
  };
}

async function prepare(connection: Connection): Promise<void> {
  for (const statement of SESSION) await connection.promise().query(statement);
}
