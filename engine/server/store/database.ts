import pLimit from 'p-limit';
import { Sequelize } from 'sequelize';
import { onChange } from './changes.ts';
import type { OwnConnections } from './connection.ts';
import { generationTable } from './generations.ts';
import { mysqlOptions, POOL } from './mysql.ts';
import { connectionsOfFile, connectionsOfPool } from './own-connection.ts';
import { Directory } from './rounds/directory.ts';
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
  const { sequelize, connections } =
    dialect === 'sqlite' ? openSqlite(config.databaseUrl) : openMysql(config.databaseUrl);
  try {
    await sequelize.authenticate();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The database ${withoutPassword(config.databaseUrl)} does not open: ${reason}`, {
      cause: error,
    });
  }
  const db: Database = {
    dialect,
    sequelize,
    transaction: null,
    memory: null,
    directory: new Directory(),
    changes: { listeners: new Set() },
    uncommitted: null,
    gate: pLimit(TRANSACTIONS_AT_ONCE[dialect]),
    connections,
    close: () => sequelize.close(),
  };
  onChange(db, ({ table }) => {
    if (table === generationTable.name) db.directory.forget();
  });
  return db;
}

/** The file of a SQLite database; null for a server's. */
export function fileOf(url: string): string | null {
  return url.startsWith('sqlite:') ? url.replace(/^sqlite:(\/\/)?/, '') : null;
}

type Opened = { sequelize: Sequelize; connections: OwnConnections };

function openSqlite(url: string): Opened {
  const storage = fileOf(url);
  if (!storage || storage === ':memory:')
    throw new Error('DATABASE_URL: a SQLite database needs a file, as in sqlite:///data/app.sqlite');
  const sequelize = new Sequelize({
    dialect: 'sqlite',
    dialectModule: sqliteDriver,
    storage,
    logging: false,
  });
  return { sequelize, connections: connectionsOfFile(storage) };
}

function openMysql(url: string): Opened {
  const sequelize = new Sequelize(url, mysqlOptions());
  return { sequelize, connections: connectionsOfPool(sequelize) };
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/([^:@/]*):[^@]*@/, '//$1:***@');
}
