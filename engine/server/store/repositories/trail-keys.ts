import { id, primary, text, within } from '../columns.ts';
import type { TrailKey } from '../records/index.ts';
import { find, findOne, insertNew } from '../rows.ts';
import { oneOf } from '../sql/index.ts';
import { table } from '../table.ts';
import type { Tx } from '../tx.ts';

/** Keys that go with their cases; what the trail holds under them cannot be read any more then. */
export const trailKeyTable = table<TrailKey>('trail_keys', {
  caseId: within('cases', primary(id())),
  key: text(190),
});

/** The keys of the trail's details, by case; each is itself sealed. */
export const trailKeys = {
  get: async (tx: Tx, caseId: string): Promise<string | null> =>
    (await findOne(tx, trailKeyTable, { caseId }))?.key ?? null,

  ofCases: (tx: Tx, ids: string[]): Promise<TrailKey[]> =>
    ids.length === 0 ? Promise.resolve([]) : find(tx, trailKeyTable, { caseId: oneOf(ids) }),

  /** Keeps the key unless the case has one; gives the one that it has. */
  async keep(tx: Tx, row: TrailKey): Promise<string> {
    if (await insertNew(tx, trailKeyTable, row)) return row.key;
    const kept = await trailKeys.get(tx, row.caseId);
    if (kept === null) throw new Error(`The case <${row.caseId}> has no key for the trail.`);
    return kept;
  },
};
