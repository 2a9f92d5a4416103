import { id, primary, text } from '../columns.ts';
import type { Ban } from '../records/index.ts';
import { find, findOne, insertNew, remove } from '../rows.ts';
import { oneOf } from '../sql/index.ts';
import { table } from '../table.ts';
import type { Tx } from '../tx.ts';

/** The table `bars`, by its first name. */
export const banTable = table<Ban>('bars', {
  hash: primary(text(64)),
  cycle: primary(text(60)),
  route: primary(id()),
  caseId: id(),
});

/** Who may not apply again in a cycle. */
export const bans = {
  /** Setting it twice is no error. */
  async set(tx: Tx, ban: Ban): Promise<void> {
    await insertNew(tx, banTable, ban);
  },

  async lift(tx: Tx, hashes: string[], cycle: string, route: string): Promise<void> {
    if (hashes.length > 0) await remove(tx, banTable, { hash: oneOf(hashes), cycle, route });
  },

  /** The bans that this case set; they outlive the account. */
  ofCase: (tx: Tx, caseId: string): Promise<Ban[]> => find(tx, banTable, { caseId }),

  /** The first ban on any of these hashes, or null. */
  async find(tx: Tx, hashes: string[], cycle: string, route: string): Promise<Ban | null> {
    if (hashes.length === 0) return null;
    return findOne(tx, banTable, { hash: oneOf(hashes), cycle, route });
  },
};
