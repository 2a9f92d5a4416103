/**
 * The surface of node-sqlite3 that Sequelize 6 uses, over better-sqlite3: handed over as `dialectModule`.
 * Why, and what was tried besides: docs/decisions/0004-sqlite-driver.md.
 */
import { type Bound, bind } from './bind.ts';
import { type Outcome, SqliteFile } from './file.ts';

/** Sequelize's flag: the file may be written. */
export const OPEN_READWRITE = 2;
/** Sequelize's flag: the file is made where there is none. */
export const OPEN_CREATE = 4;

const ENDS = /^\s*(COMMIT|ROLLBACK)\s*(TRANSACTION)?\s*;?\s*$/i;

type Result = { lastID: number; changes: number };
type Callback = (this: Result, error: Error | null, rows?: unknown[]) => void;
type Rest = [parameters?: unknown, done?: unknown];

/** One of Sequelize's connections: the shared one, or one that lives as long as a transaction. */
export class Database {
  readonly filename: string;
  /** Set by Sequelize on a transaction's connection. */
  uuid: string | undefined;
  #file: SqliteFile | null = null;
  #owns = false;

  constructor(filename: string, _mode: number, opened: (error: Error | null) => void) {
    this.filename = filename;
    const failure = attempt(() => {
      this.#file = SqliteFile.take(filename);
    });
    // Sequelize looks the connection up in its table, which it fills after this constructor.
    queueMicrotask(() => opened(failure));
  }

  /** Sequelize asks for statements in order; every statement here is synchronous anyway. */
  serialize(work: () => void): void {
    work();
  }

  run(sql: string, ...rest: Rest): void {
    this.all(sql, ...rest);
  }

  /** The parameters may be left out. */
  all(sql: string, ...rest: Rest): void {
    const done = rest.at(-1);
    this.#execute(sql, rest[0], typeof done === 'function' ? (done as Callback) : undefined);
  }

  /** A query whose rows come as lists of their columns. */
  lists(sql: string, parameters: unknown, done: Callback): void {
    const file = this.#file;
    answer(done, () =>
      file ? (this.#owns ? file.writer : file.reader).lists(sql, bind(parameters)) : closed(this.filename),
    );
  }

  /** Ends a transaction that is still open, and passes its lock on. */
  close(done?: (error: Error | null) => void): void {
    const failure = attempt(() => {
      if (this.#owns) this.#abandon();
      this.#file?.leave();
      this.#file = null;
    });
    done?.(failure);
  }

  #execute(sql: string, parameters: unknown, done?: Callback): void {
    const file = this.#file;
    if (!file) answer(done, () => closed(this.filename));
    else if (/^\s*BEGIN\b/i.test(sql)) this.#begin(file, sql, done);
    else if (ENDS.test(sql)) this.#end(file, sql, done);
    else if (this.#owns) answer(done, () => file.writer.execute(sql, bind(parameters)));
    else this.#alone(file, sql, bind(parameters), done);
  }

  /** A statement outside a transaction: reads go at once, writes queue. */
  #alone(file: SqliteFile, sql: string, bound: Bound, done?: Callback): void {
    const readOnly = attemptValue(() => file.reader.isReadOnly(sql));
    if (readOnly instanceof Error) answer(done, () => fail(readOnly));
    else if (readOnly) answer(done, () => file.reader.execute(sql, bound));
    else {
      file.queue.acquire(() => {
        const outcome = attemptValue(() => file.writer.execute(sql, bound));
        file.queue.release();
        answer(done, () => (outcome instanceof Error ? fail(outcome) : outcome));
      });
    }
  }

  /** Waits in the queue, then begins. The lock stays with this connection until it ends the transaction. */
  #begin(file: SqliteFile, sql: string, done?: Callback): void {
    file.queue.acquire(() => {
      this.#owns = true;
      const outcome = attemptValue(() => file.writer.execute(sql, {}, true));
      if (outcome instanceof Error) this.#pass(file);
      answer(done, () => (outcome instanceof Error ? fail(outcome) : outcome));
    });
  }

  /**
   * Ends the transaction and passes the lock on, whatever happens: a COMMIT that fails is rolled back here, because
   * Sequelize does not close SQLite's connections then. A ROLLBACK of what SQLite has rolled back itself is no error.
   */
  #end(file: SqliteFile, sql: string, done?: Callback): void {
    const isOpen = this.#owns && file.writer.native.inTransaction;
    const outcome = isOpen ? attemptValue(() => file.writer.execute(sql, {}, true)) : ended(sql);
    if (this.#owns) this.#abandon();
    answer(done, () => (outcome instanceof Error ? fail(outcome) : outcome));
  }

  #abandon(): void {
    const file = this.#file;
    if (!file) return;
    if (file.writer.native.inTransaction) attempt(() => file.writer.native.exec('ROLLBACK'));
    this.#pass(file);
  }

  #pass(file: SqliteFile): void {
    this.#owns = false;
    file.queue.release();
  }
}

function ended(sql: string): Outcome | Error {
  if (/ROLLBACK/i.test(sql)) return { rows: [], changes: 0 };
  return new Error('SQLITE_MISUSE: there is no transaction to commit.');
}

function answer(done: Callback | undefined, work: () => Outcome): void {
  const outcome = attemptValue(work);
  if (outcome instanceof Error) done?.call({ lastID: 0, changes: 0 }, named(outcome));
  else done?.call({ lastID: 0, changes: outcome.changes }, null, outcome.rows);
}

function attempt(work: () => void): Error | null {
  const outcome = attemptValue(work);
  return outcome instanceof Error ? outcome : null;
}

function attemptValue<R>(work: () => R): R | Error {
  try {
    return work();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function fail(error: Error): never {
  throw error;
}

function closed(filename: string): never {
  throw new Error(`SQLITE_MISUSE: the connection to ${filename} is closed.`);
}

/** Sequelize tells errors apart by the basic code alone: SQLITE_BUSY_SNAPSHOT is a SQLITE_BUSY to it. */
function named(error: Error & { code?: unknown }): Error {
  if (typeof error.code === 'string' && error.code.startsWith('SQLITE_BUSY')) {
    return Object.assign(new Error(`SQLITE_BUSY: ${error.message}`), { code: 'SQLITE_BUSY' });
  }
  return error;
}
