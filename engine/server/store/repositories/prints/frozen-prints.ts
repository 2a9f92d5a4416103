import { at, id, integer, long, nullable, primary, text, within } from '../../columns.ts';
import type { FrozenHead, FrozenPrint } from '../../records/index.ts';
import { find, findOne, insert, update } from '../../rows.ts';
import { table } from '../../table.ts';
import type { Tx } from '../../tx.ts';

/** Official prints of cases as they were when they came into a state; they go with their case. */
export const frozenPrintTable = table<FrozenPrint>('frozen_prints', {
  id: primary(id()),
  caseId: within('cases', id()),
  sheet: id(),
  title: text(200),
  round: integer(),
  edition: text(64),
  code: nullable(text(20)),
  frozenAt: at(),
  papers: nullable(long()),
  sha256: nullable(text(64)),
  bytes: nullable(integer()),
});

/** All but what is still to be printed, which is long. */
const { papers: _, ...plain } = frozenPrintTable.columns;
const PLAIN = Object.keys(plain) as (keyof FrozenPrint)[];

/** Frozen prints, by case. */
export const frozenPrints = {
  add: (tx: Tx, row: FrozenPrint): Promise<void> => insert(tx, frozenPrintTable, row),

  get: (tx: Tx, printId: string): Promise<FrozenPrint | null> =>
    findOne(tx, frozenPrintTable, { id: printId }),

  /** Of a case, newest first. */
  ofCase: (tx: Tx, caseId: string): Promise<FrozenHead[]> =>
    find(
      tx,
      frozenPrintTable,
      { caseId },
      {
        attributes: PLAIN,
        order: [
          ['frozenAt', 'DESC'],
          ['id', 'DESC'],
        ],
      },
    ),

  /** It is printed: from now on nothing but its content counts. False = it is gone, or another process was first. */
  async finish(
    tx: Tx,
    printId: string,
    { sha256, bytes }: { sha256: string; bytes: number },
  ): Promise<boolean> {
    const printed = { sha256, bytes, papers: null };
    return (await update(tx, frozenPrintTable, { id: printId, sha256: null }, printed)) === 1;
  },

  /** Does any of them have this content? */
  refersTo: async (tx: Tx, sha256: string): Promise<boolean> =>
    (await findOne(tx, frozenPrintTable, { sha256 }, { attributes: ['id'] })) !== null,
};
