import { at, id, primary, text, within } from '../columns.ts';
import type { At, Session } from '../records/index.ts';
import { findOne, insert, remove, update, utc } from '../rows.ts';
import { atMost, notEqual } from '../sql/index.ts';
import { table } from '../table.ts';
import type { Tx } from '../tx.ts';

/** Who is logged in. */
export const sessionTable = table<Session>('sessions', {
  idHash: primary(text(64)),
  userId: within('users', id()),
  createdAt: at(),
  seenAt: at(),
  expiresAt: at(),
});

/** Sessions, by the hash of their token. */
export const sessions = {
  create: (tx: Tx, session: Session): Promise<void> => insert(tx, sessionTable, session),

  get: (tx: Tx, idHash: string): Promise<Session | null> => findOne(tx, sessionTable, { idHash }),

  /** Reads it and holds it until the transaction ends. */
  lock: (tx: Tx, idHash: string): Promise<Session | null> =>
    findOne(tx, sessionTable, { idHash }, { lock: true }),

  async touch(tx: Tx, idHash: string, seenAt: At): Promise<void> {
    await update(tx, sessionTable, { idHash }, { seenAt });
  },

  async remove(tx: Tx, idHash: string): Promise<void> {
    await remove(tx, sessionTable, { idHash });
  },

  async removeOfUser(tx: Tx, userId: string, exceptIdHash?: string): Promise<void> {
    const except = exceptIdHash === undefined ? {} : { idHash: notEqual(exceptIdHash) };
    await remove(tx, sessionTable, { userId, ...except });
  },

  /** Forgets those whose `expiresAt` is past; says how many. */
  sweep: (tx: Tx, now: At): Promise<number> => remove(tx, sessionTable, { expiresAt: atMost(utc(now)) }),
};
