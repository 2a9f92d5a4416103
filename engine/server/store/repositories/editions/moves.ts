import { at, id, integer, json, long, nullable, primary, text, within } from '../../columns.ts';
import type { Move, MovedCase } from '../../records/index.ts';
import { find, findOne, insert, insertNew, update } from '../../rows.ts';
import { greaterThan, increased, type Where } from '../../sql/index.ts';
import { table } from '../../table.ts';
import type { Tx } from '../../tx.ts';

/** Moves of cases under way from one edition to another. */
export const moveTable = table<Move>('moves', {
  id: primary(id()),
  programme: id(),
  cycle: text(60),
  origin: text(64),
  target: text(64),
  status: text(20),
  why: text(2000),
  report: nullable(json()),
  createdAt: at(),
  createdBy: nullable(id()),
  carriedOutBy: nullable(id()),
  version: integer(),
});

/** What became of each case; goes with its case. */
export const movedCaseTable = table<MovedCase>('moved_cases', {
  caseId: within('cases', primary(id())),
  move: primary(id()),
  outcome: text(20),
  report: json(),
  snapshot: nullable(long()),
});

/** Moves of all programmes. */
export const moves = {
  create: (tx: Tx, move: Omit<Move, 'version'>): Promise<void> =>
    insert(tx, moveTable, { ...move, version: 1 }),

  get: (tx: Tx, moveId: string): Promise<Move | null> => findOne(tx, moveTable, { id: moveId }),

  /** Newest first. */
  list: (tx: Tx, programme: string): Promise<Move[]> =>
    find(
      tx,
      moveTable,
      { programme },
      {
        order: [
          ['createdAt', 'DESC'],
          ['id', 'DESC'],
        ],
      },
    ),

  /** CAS by version. */
  async change(
    tx: Tx,
    { id: moveId, version }: Pick<Move, 'id' | 'version'>,
    changes: Partial<Omit<Move, 'id' | 'version'>>,
  ): Promise<boolean> {
    const where = { id: moveId, version };
    return (await update(tx, moveTable, where, changes, { version: increased('version') })) === 1;
  },
};

/** What became of the cases of moves, one row a case and move. */
export const movedCases = {
  /** Takes the place of what was found before. */
  async put(tx: Tx, row: MovedCase): Promise<void> {
    if (await insertNew(tx, movedCaseTable, row)) return;
    const { move, caseId, ...changes } = row;
    await update(tx, movedCaseTable, { move, caseId }, changes);
  },

  get: (tx: Tx, move: string, caseId: string): Promise<MovedCase | null> =>
    findOne(tx, movedCaseTable, { move, caseId }),

  /** In order of their case, a page after `after`. */
  page: (
    tx: Tx,
    move: string,
    { after, limit, outcome }: { after: string; limit: number; outcome?: MovedCase['outcome'] },
  ): Promise<MovedCase[]> => {
    const where: Where<MovedCase> = {
      move,
      caseId: greaterThan(after),
      ...(outcome !== undefined && { outcome }),
    };
    return find(tx, movedCaseTable, where, { order: ['caseId'], limit });
  },
};
