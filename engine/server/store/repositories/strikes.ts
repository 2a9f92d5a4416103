import type { RowRef } from '#core/model/index.ts';
import { at, id, long, primary, within } from '../columns.ts';
import type { Strike } from '../records/index.ts';
import { find, insertNew, remove } from '../rows.ts';
import { oneOf } from '../sql/index.ts';
import { table } from '../table.ts';
import type { Tx } from '../tx.ts';

/** Rows that desks have struck. */
export const strikeTable = table<Strike>('strikes', {
  caseId: within('cases', primary(id())),
  section: primary(id()),
  row: primary(id()),
  desk: id(),
  note: long(),
  at: at(),
});

/** Strikes of a case's rows. */
export const strikes = {
  list: (tx: Tx, caseId: string): Promise<Strike[]> =>
    find(tx, strikeTable, { caseId }, { order: ['section', 'row'] }),

  /** Of many cases at once. */
  async ofCases(tx: Tx, caseIds: string[]): Promise<Strike[]> {
    if (caseIds.length === 0) return [];
    return find(tx, strikeTable, { caseId: oneOf(caseIds) }, { order: ['caseId', 'section', 'row'] });
  },

  /** A row that is struck already keeps its first strike. */
  async add(tx: Tx, given: Strike[]): Promise<void> {
    for (const strike of given) await insertNew(tx, strikeTable, strike);
  },

  async remove(tx: Tx, caseId: string, rows: RowRef[]): Promise<void> {
    for (const { section, row } of rows) await remove(tx, strikeTable, { caseId, section, row });
  },
};
