import { id, integer, primary, text } from '../columns.ts';
import type { Gate } from '../records/index.ts';
import { insertNew, update } from '../rows.ts';
import { increased } from '../sql/index.ts';
import { table } from '../table.ts';
import type { Tx } from '../tx.ts';

/** Where whoever changes a case and whoever counts cases meet. */
export const gateTable = table<Gate>('gates', {
  unitId: primary(id()),
  cycle: primary(text(60)),
  version: integer(),
});

/**
 * One row for the cases of an organisation in a cycle. What changes one of them, and what decides by counting them,
 * both write it: of two at once the database lets one wait, or has it run again, whichever node they are on.
 */
export const gates = {
  /** Only inside a transaction, before anything is counted. */
  async pass(tx: Tx, unitId: string, cycle: string): Promise<void> {
    if (!tx.transaction) throw new Error(`The gate of <${unitId}> is passed only inside a transaction.`);
    const further = (): Promise<number> =>
      update(tx, gateTable, { unitId, cycle }, {}, { version: increased('version') });
    if ((await further()) > 0) return;
    if (!(await insertNew(tx, gateTable, { unitId, cycle, version: 1 }))) await further();
  },
};
