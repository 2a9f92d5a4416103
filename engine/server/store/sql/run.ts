import { breathe } from '../breathe.ts';
import type { Connection } from '../connection.ts';
import { countStatement } from '../counting.ts';
import type { Tx } from '../tx.ts';
import type { Sql } from './conditions.ts';
import { StatementError } from './statement-error.ts';

/** What a statement gives: rows of a query, or how many rows fitted a change. */
type Outcome = { rows: object[]; count: number };

type Pool = {
  getConnection(options: { type: 'read' | 'write' }): Promise<Connection>;
  releaseConnection(connection: Connection): void;
};

/**
 * Carries out one prepared statement where `tx` works: on its transaction's connection, else on one of the pool.
 * Throws StatementError.
 */
export function run(tx: Tx, sql: Sql): Promise<Outcome> {
  return onConnection(tx, (connection) => execute(connection, sql));
}

/** The same of a query whose rows are wanted as lists, in the order of its columns: of wide rows that is quicker. */
export async function runForLists(tx: Tx, sql: Sql): Promise<unknown[][]> {
  const { rows } = await onConnection(tx, (connection) => execute(connection, sql, { asLists: true }));
  return rows as unknown[][];
}

async function onConnection<R>(tx: Tx, work: (connection: Connection) => Promise<R>): Promise<R> {
  countStatement();
  if (tx.dialect === 'sqlite') await breathe();
  const own = (tx.transaction as unknown as { connection: Connection } | null)?.connection;
  if (own) return work(own);
  const pool = tx.sequelize.connectionManager as unknown as Pool;
  const connection = await pool.getConnection({ type: 'write' });
  try {
    return await work(connection);
  } finally {
    pool.releaseConnection(connection);
  }
}

function execute(connection: Connection, { text, values }: Sql, { asLists = false } = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, rows: unknown, changes: number): void =>
      error ? reject(new StatementError(text, error)) : resolve(outcomeOf(rows, changes));
    if ('execute' in connection) {
      const asked = { sql: text, rowsAsArray: asLists };
      connection.execute(asked, values, (error, rows) => done(error, rows, affected(rows)));
      return;
    }
    connection[asLists ? 'lists' : 'all'](text, values, function (error, rows) {
      done(error, rows, this.changes);
    });
  });
}

/** Sends a statement that begins or ends a transaction. Throws StatementError. */
export function send(connection: Connection, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null): void => (error ? reject(new StatementError(text, error)) : resolve());
    if ('query' in connection) connection.query(text, done);
    else connection.all(text, [], done);
  });
}

const outcomeOf = (rows: unknown, count: number): Outcome => ({
  rows: Array.isArray(rows) ? (rows as object[]) : [],
  count,
});

/** mysql2 answers a change with a header instead of rows. */
const affected = (rows: unknown): number =>
  Array.isArray(rows) ? 0 : ((rows as { affectedRows?: number } | undefined)?.affectedRows ?? 0);
