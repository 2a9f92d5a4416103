import { setTimeout as pause } from 'node:timers/promises';
import { announceAgain, type Change } from './changes.ts';
import { countTransaction } from './counting.ts';
import { Memory } from './memory.ts';
import { onOwnConnection } from './own-connection.ts';
import { refuseForeignWrite, scoped } from './transaction-scope.ts';
import type { Database, Tx } from './tx.ts';

const RETRIES = 3;
/** Deadlock, lock wait timeout, record changed since last read: MariaDB asks to run the whole transaction again. */
const TRANSIENT = [1213, 1205, 1020];

/**
 * Runs `work` in one transaction: all of it or nothing. Where the database asks for it, the whole of `work` runs
 * again, three times at most; so `work` must touch nothing but the store. Throws what `work` throws.
 */
export async function inTransaction<R>(db: Database, work: (tx: Tx) => Promise<R>): Promise<R> {
  refuseForeignWrite(db);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.gate(() => once(db, work));
    } catch (error) {
      if (attempt > RETRIES || !isTransient(error)) throw error;
      await pause(attempt * 10 + Math.random() * 40 * attempt);
    }
  }
}

/** Runs `work` in the transaction given, or in one of its own. */
export function atomically<R>(tx: Tx, work: (tx: Tx) => Promise<R>): Promise<R> {
  return tx.transaction ? work(tx) : inTransaction(tx as Database, work);
}

async function once<R>(db: Database, work: (tx: Tx) => Promise<R>): Promise<R> {
  countTransaction();
  const uncommitted: Change[] = [];
  const { dialect, sequelize, changes, directory } = db;
  const result = await onOwnConnection(db, (transaction) => {
    const tx: Tx = { dialect, sequelize, transaction, memory: new Memory(), directory, changes, uncommitted };
    return scoped(tx, () => work(tx));
  });
  announceAgain({ changes, uncommitted });
  return result;
}

/** In an error of Sequelize's (of a connection that could not be had) the driver's hangs as `parent`. */
function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const cause = ('parent' in error ? error.parent : error) as { errno?: number; code?: string } | undefined;
  return TRANSIENT.includes(cause?.errno ?? 0) || cause?.code === 'SQLITE_BUSY';
}
