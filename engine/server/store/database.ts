import pLimit from 'p-limit';
import { Sequelize } from 'sequelize';
import { mysqlOptions, POOL } from './mysql.ts';
import * as sqliteDriver from './sqlite/driver.ts';
import type { Database } from './tx.ts';

/** Where the database is. */
export type DatabaseConfig = {
  /** `sqlite:///path/to/file.sqlite` or `mysql://user:password@host:port/name`. */
  databaseUrl: string;
};

const TRANSACTIONS_AT_ONCE = { sqlite: Number.POSITIVE_INFINITY, mysql: POOL - 4 };

/**
 * Opens the database and sends one query. Throws an Error that names it when it does not answer. Creates no tables:
 * see `migrate`.
 */
export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  const dialect = config.databaseUrl.startsWith('sqlite:') ? 'sqlite' : 'mysql';
  const sequelize = dialect === 'sqlite' ? openSqlite(config.databaseUrl) : openMysql(config.databaseUrl);
  try {
    await sequelize.authenticate();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The database ${withoutPassword(config.databaseUrl)} does not open: ${reason}`, {
      cause: error,
    });
  }
  return {
    dialect,
    sequelize,
    transaction: null,
    memory: null,
    changes: { listeners: new Set() },
    uncommitted: null,
    gate: pLimit(TRANSACTIONS_AT_ONCE[dialect]),
    close: () => sequelize.close(),
  };
}

/** The file of a SQLite database; null for a server's. */
export function fileOf(url: string): string | null {
  return url.startsWith('sqlite:') ? url.replace(/^sqlite:(\/\/)?/, '') : null;
}

function openSqlite(url: string): Sequelize {
  const storage = fileOf(url);
  if (!storage || storage === ':memory:')
    throw new Error('DATABASE_URL: a SQLite database needs a file, as in sqlite:///data/app.sqlite');
  return new Sequelize({ dialect: 'sqlite', dialectModule: sqliteDriver, storage, logging: false });
}

function openMysql(url: string): Sequelize {
  return new Sequelize(url, mysqlOptions());
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/([^:@/]*):[^@]*@/, '//$1:***@');
}
