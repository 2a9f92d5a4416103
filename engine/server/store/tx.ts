import type { LimitFunction } from 'p-limit';
import type { Sequelize, Transaction } from 'sequelize';
import type { Change, Changes } from './changes.ts';
import type { OwnConnections } from './connection.ts';
import type { Memory } from './memory.ts';
import type { Directory } from './rounds/directory.ts';

/** Where a repository works: inside a transaction, or on the database itself. Opaque outside this room. */
export type Tx = {
  readonly dialect: 'sqlite' | 'mysql';
  readonly sequelize: Sequelize;
  readonly transaction: Transaction | null;
  /** What was read through it already; null = every call reads. */
  readonly memory: Memory | null;
  /** What of this database the process remembers beyond a request. */
  readonly directory: Directory;
  readonly changes: Changes;
  /** What a transaction has written so far; null outside of one. */
  readonly uncommitted: Change[] | null;
};

/** The database itself: given as a `tx`, each call is a transaction of its own. */
export type Database = Tx & {
  readonly transaction: null;
  readonly memory: null;
  /** Before transactions: they never take every connection, so reads beside them always find one. */
  readonly gate: LimitFunction;
  /** Where transactions get one of their own. */
  readonly connections: OwnConnections;
  close(): Promise<void>;
};
