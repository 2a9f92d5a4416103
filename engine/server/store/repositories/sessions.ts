import { sessionTable } from '../models/sessions.ts';
import { atMost, change, drop, insert, one, other, utc } from '../rows.ts';
import type { SessionRepository } from '../signatures/index.ts';

export const sessions: SessionRepository = {
  create: (tx, session) => insert(tx, sessionTable, session),

  get: (tx, idHash) => one(tx, sessionTable, { idHash }),

  async touch(tx, idHash, seenAt) {
    await change(tx, sessionTable, { idHash }, { seenAt });
  },

  async remove(tx, idHash) {
    await drop(tx, sessionTable, { idHash });
  },

  async removeOfUser(tx, userId, exceptIdHash) {
    const except = exceptIdHash === undefined ? {} : { idHash: other(exceptIdHash) };
    await drop(tx, sessionTable, { userId, ...except });
  },

  sweep: (tx, now) => drop(tx, sessionTable, { expiresAt: atMost(utc(now)) }),
};
