/** What the repositories at the door can do: sessions, links, codes, counters. */
import type { Database, Tx } from '../database.ts';
import type * as T from '../types.ts';

export type SessionRepository = {
  create(tx: Tx, session: T.Session): Promise<void>;
  get(tx: Tx, idHash: string): Promise<T.Session | null>;
  touch(tx: Tx, idHash: string, seenAt: T.At): Promise<void>;
  remove(tx: Tx, idHash: string): Promise<void>;
  removeOfUser(tx: Tx, userId: string, exceptIdHash?: string): Promise<void>;
  /** Forgets those whose `expiresAt` is past; says how many. */
  sweep(tx: Tx, now: T.At): Promise<number>;
};

export type SpentRepository = {
  /** False = it was spent before. */
  spend(tx: Tx, key: string, until: T.At): Promise<boolean>;
  /** Whether it was spent and is remembered still. */
  isSpent(tx: Tx, key: string, now: T.At): Promise<boolean>;
  sweep(tx: Tx, now: T.At): Promise<number>;
};

export type SetupRepository = {
  /** Any earlier link of the organisation is void. */
  open(tx: Tx, setup: T.Setup): Promise<void>;
  get(tx: Tx, tokenHash: string): Promise<T.Setup | null>;
  /** False = somebody was quicker, or there is no such link. */
  use(tx: Tx, tokenHash: string): Promise<boolean>;
  sweep(tx: Tx, now: T.At): Promise<number>;
};

export type SecondFactorRepository = {
  get(tx: Tx, userId: string): Promise<T.SecondFactor | null>;
  /** Replaces one that was never confirmed; throws where a confirmed one stands. */
  begin(tx: Tx, factor: T.SecondFactor): Promise<void>;
  /** Confirms it with the code of this time step. False = a code of this step or a later one was used already. */
  advance(tx: Tx, userId: string, step: number): Promise<boolean>;
  remove(tx: Tx, userId: string): Promise<void>;
};

export type RateRepository = {
  /** Counts one more and gives the count of the window that ends now. Stands alone: a rolled back action stays counted. */
  hit(db: Database, key: string, windowSeconds: number, now: T.At): Promise<number>;
  /** Takes one back that was counted just now. */
  unhit(tx: Tx, key: string, windowSeconds: number, now: T.At): Promise<void>;
  /** The count without one more. */
  peek(tx: Tx, key: string, windowSeconds: number, now: T.At): Promise<number>;
  sweep(tx: Tx, before: T.At): Promise<number>;
};
