import { breathe } from '../breathe.ts';
import { countStatement } from '../counting.ts';
import type { Tx } from '../tx.ts';
import type { Scalar, Sql } from './conditions.ts';
import { StatementError } from './statement-error.ts';

/** What a statement gives: rows of a query, or how many rows fitted a change. */
type Outcome = { rows: object[]; count: number };

type Done = (error: Error | null, rows?: unknown) => void;
/** What is used of a connection: of `sqlite/driver.ts`, or of mysql2. */
type Connection = {
  all?(
    text: string,
    values: readonly Scalar[],
    done: (this: { changes: number }, ...given: Parameters<Done>) => void,
  ): void;
  execute?(text: string, values: readonly Scalar[], done: Done): void;
};
type Pool = {
  getConnection(options: { type: 'read' | 'write' }): Promise<Connection>;
  releaseConnection(connection: Connection): void;
};

/**
 * Carries out one prepared statement where `tx` works: on its transaction's connection, else on one of the pool.
 * Throws StatementError.
 */
export async function run(tx: Tx, sql: Sql): Promise<Outcome> {
  countStatement();
  if (tx.dialect === 'sqlite') await breathe();
  const own = (tx.transaction as unknown as { connection: Connection } | null)?.connection;
  if (own) return execute(own, sql);
  const pool = tx.sequelize.connectionManager as unknown as Pool;
  const connection = await pool.getConnection({ type: 'write' });
  try {
    return await execute(connection, sql);
  } finally {
    pool.releaseConnection(connection);
  }
}

function execute(connection: Connection, { text, values }: Sql): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, rows: unknown, changes: number): void =>
      error ? reject(new StatementError(text, error)) : resolve(outcomeOf(rows, changes));
    if (connection.all)
      connection.all(text, values, function (error, rows) {
        done(error, rows, this.changes);
      });
    else connection.execute?.(text, values, (error, rows) => done(error, rows, affected(rows)));
  });
}

const outcomeOf = (rows: unknown, count: number): Outcome => ({
  rows: Array.isArray(rows) ? (rows as object[]) : [],
  count,
});

/** mysql2 answers a change with a header instead of rows. */
const affected = (rows: unknown): number =>
  Array.isArray(rows) ? 0 : ((rows as { affectedRows?: number } | undefined)?.affectedRows ?? 0);
