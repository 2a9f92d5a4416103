import { type Sequelize, Transaction } from 'sequelize';
import type { Connection, OwnConnections } from './connection.ts';
import { send } from './sql/index.ts';
import { Database as SqliteConnection } from './sqlite/driver.ts';
import type { Database } from './tx.ts';

/** SQLite takes the write lock at BEGIN: a read that later writes would fail at once. */
const BEGIN = { sqlite: 'BEGIN IMMEDIATE', mysql: 'START TRANSACTION' };

/**
 * Runs `work` between BEGIN and COMMIT, or ROLLBACK where it throws, on a connection that nobody else uses meanwhile.
 * The statements go to the driver and not through Sequelize; its `Transaction` is what `work` is given, so that
 * migrations may hand it to Sequelize. On MariaDB the isolation is that of every session.
 */
export async function onOwnConnection<R>(
  db: Database,
  work: (transaction: Transaction) => Promise<R>,
): Promise<R> {
  const connection = await db.connections.take();
  let isSound = false;
  try {
    await send(connection, BEGIN[db.dialect]);
    const result = await work(Object.assign(new Transaction(db.sequelize, {}), { connection }));
    await send(connection, 'COMMIT');
    isSound = true;
    return result;
  } catch (error) {
    isSound = await rolledBack(connection);
    throw error;
  } finally {
    db.connections.leave(connection, isSound);
  }
}

/** False where the database does not answer any more. */
const rolledBack = (connection: Connection): Promise<boolean> =>
  send(connection, 'ROLLBACK').then(
    () => true,
    () => false,
  );

/** A connection is only a name for the file: it costs nothing to make one. */
export function connectionsOfFile(path: string): OwnConnections {
  return {
    take: () =>
      new Promise((resolve, reject) => {
        const connection: SqliteConnection = new SqliteConnection(path, 0, (error) =>
          error ? reject(error) : resolve(connection as unknown as Connection),
        );
      }),
    leave: (connection) => (connection as unknown as SqliteConnection).close(),
  };
}

type Pool = {
  getConnection(options: { type: 'write' }): Promise<Connection>;
  releaseConnection(connection: Connection): void;
  destroyConnection(connection: Connection): Promise<void>;
};

/** Those of Sequelize's pool. */
export function connectionsOfPool(sequelize: Sequelize): OwnConnections {
  const pool = sequelize.connectionManager as unknown as Pool;
  return {
    take: () => pool.getConnection({ type: 'write' }),
    leave: (connection, isSound) => {
      if (isSound) pool.releaseConnection(connection);
      else pool.destroyConnection(connection).catch(() => undefined);
    },
  };
}
