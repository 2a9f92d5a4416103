import { chmodSync } from 'node:fs';
import { resolve } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import type { Bound } from './bind.ts';
import { WriteQueue } from './write-queue.ts';

/** On every connection: durable at power loss, foreign keys held, nothing that a hostile file could switch on. */
const PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'trusted_schema = OFF',
  'mmap_size = 0',
  'secure_delete = ON',
];
/** Milliseconds; only other processes are ever waited for. */
const BUSY_TIMEOUT = 5000;
const KEPT_STATEMENTS = 300;
const OWNER_ONLY = 0o600;

/** What a statement gives: rows of a query, or how many rows a change has touched. */
export type Outcome = { rows: unknown[]; changes: number };

type Statement = ReturnType<BetterSqlite['prepare']>;

/** One native connection with its prepared statements. */
class Connection {
  readonly native: BetterSqlite;
  readonly #statements = new Map<string, Statement>();
  /** Those whose rows come as lists. */
  readonly #lists = new Map<string, Statement>();

  constructor(file: string) {
    this.native = new BetterSqlite(file, { timeout: BUSY_TIMEOUT });
    for (const pragma of PRAGMAS) this.native.pragma(pragma);
  }

  isReadOnly(sql: string): boolean {
    return this.#prepare(sql, true).readonly;
  }

  /** `again`: it has no parameters and comes again all the same, as what begins and ends a transaction does. */
  execute(sql: string, bound: Bound, again = false): Outcome {
    const statement = this.#prepare(sql, again || Object.keys(bound).length > 0 || sql.startsWith('PRAGMA'));
    if (statement.reader) return { rows: statement.all(bound), changes: 0 };
    return { rows: [], changes: statement.run(bound).changes };
  }

  /** The rows of a query as lists of their columns. */
  lists(sql: string, bound: Bound): Outcome {
    const known = this.#lists.get(sql) ?? this.native.prepare(sql).raw(true);
    if (this.#lists.size >= KEPT_STATEMENTS) this.#lists.clear();
    this.#lists.set(sql, known);
    return { rows: known.all(bound), changes: 0 };
  }

  /**
   * Texts with parameters come again and are kept, and so are the PRAGMAs that Sequelize sends before every SELECT;
   * texts with their values written in rarely come again.
   */
  #prepare(sql: string, keep: boolean): Statement {
    const kept = this.#statements.get(sql);
    if (kept) return kept;
    const statement = this.native.prepare(sql);
    if (!keep) return statement;
    if (this.#statements.size >= KEPT_STATEMENTS) this.#statements.clear();
    this.#statements.set(sql, statement);
    return statement;
  }
}

/**
 * A database file in this process: one connection that reads, one that writes, one queue before the writer.
 * Readers see the last commit (WAL) and never wait.
 */
export class SqliteFile {
  static readonly #open = new Map<string, SqliteFile>();
  readonly reader: Connection;
  readonly writer: Connection;
  readonly queue = new WriteQueue();
  readonly #path: string;
  #users = 0;

  private constructor(path: string) {
    this.#path = path;
    this.writer = new Connection(path);
    chmodSync(path, OWNER_ONLY); // -wal and -shm take it over
    this.reader = new Connection(path);
  }

  /** The file, opened once however many ask for it. Throws SqliteError when it is no database. */
  static take(path: string): SqliteFile {
    const key = resolve(path);
    const file = SqliteFile.#open.get(key) ?? new SqliteFile(key);
    SqliteFile.#open.set(key, file);
    file.#users += 1;
    return file;
  }

  /** Closes it when the last user has left. */
  leave(): void {
    this.#users -= 1;
    if (this.#users > 0) return;
    SqliteFile.#open.delete(this.#path);
    this.reader.native.close();
    this.writer.native.close();
  }
}
