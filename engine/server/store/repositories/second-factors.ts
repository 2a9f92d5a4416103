import { at, boolean, id, integer, long, primary, within } from '../columns.ts';
import type { SecondFactor } from '../records/index.ts';
import { find, findOne, insert, remove, update } from '../rows.ts';
import { lessThan, oneOf } from '../sql/index.ts';
import { table } from '../table.ts';
import type { Tx } from '../tx.ts';

/** The second factors of users. */
export const secondFactorTable = table<SecondFactor>('second_factors', {
  userId: within('users', primary(id())),
  secret: long(),
  confirmed: boolean(),
  lastStep: integer(),
  createdAt: at(),
});

/** Second factors, one a user. */
export const secondFactors = {
  get: (tx: Tx, userId: string): Promise<SecondFactor | null> => findOne(tx, secondFactorTable, { userId }),

  ofUsers: (tx: Tx, userIds: string[]): Promise<SecondFactor[]> =>
    find(tx, secondFactorTable, { userId: oneOf(userIds) }),

  /** Replaces one that was never confirmed; throws where a confirmed one stands. */
  async begin(tx: Tx, factor: SecondFactor): Promise<void> {
    await remove(tx, secondFactorTable, { userId: factor.userId, confirmed: false });
    await insert(tx, secondFactorTable, factor);
  },

  /** Confirms it with the code of this time step. False = a code of this step or a later one was used before. */
  advance: async (tx: Tx, userId: string, step: number): Promise<boolean> =>
    (await update(
      tx,
      secondFactorTable,
      { userId, lastStep: lessThan(step) },
      { lastStep: step, confirmed: true },
    )) === 1,

  async remove(tx: Tx, userId: string): Promise<void> {
    await remove(tx, secondFactorTable, { userId });
  },
};
