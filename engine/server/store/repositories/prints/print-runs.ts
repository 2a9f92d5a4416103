import { at, id, integer, nullable, primary, text, within } from '../../columns.ts';
import type { At, PrintRun, PrintRunCase } from '../../records/index.ts';
import { find, findOne, insert, insertAll, remove, update, utc } from '../../rows.ts';
import { atMost, greaterThan, oneOf } from '../../sql/index.ts';
import { table } from '../../table.ts';
import { atomically } from '../../transaction.ts';
import type { Tx } from '../../tx.ts';
import { isTaken } from '../../unique-keys.ts';

/** Sheets of many cases in one file. */
export const printRunTable = table<PrintRun>(
  'print_runs',
  {
    id: primary(id()),
    userId: id(),
    active: nullable(id()),
    sheet: id(),
    title: text(200),
    form: text(10),
    cases: integer(),
    printed: integer(),
    sha256: nullable(text(64)),
    bytes: nullable(integer()),
    createdAt: at(),
    expiresAt: at(),
    finishedAt: nullable(at()),
  },
  { print_runs_active: ['active'] },
);

/** The cases of each. */
export const printRunCaseTable = table<PrintRunCase>('print_run_cases', {
  run: within('print_runs', primary(id())),
  caseId: within('cases', primary(id())),
  position: integer(),
});

/** Databases take so many values in one statement. */
const TOGETHER = 100;

type NewRun = Pick<PrintRun, 'id' | 'userId' | 'sheet' | 'title' | 'form' | 'createdAt' | 'expiresAt'>;
type Finished = Pick<PrintRun, 'printed' | 'bytes' | 'finishedAt'> & { sha256: string };

/** Print runs: a file of each is kept for its maker for a day. */
export const printRuns = {
  /** False = another of this person is being made. */
  create: (tx: Tx, run: NewRun, caseIds: readonly string[]): Promise<boolean> =>
    atomically(tx, async (inner) => {
      const nothing = { printed: 0, sha256: null, bytes: null, finishedAt: null };
      try {
        await insert(inner, printRunTable, { ...run, ...nothing, active: run.userId, cases: caseIds.length });
      } catch (error) {
        if (isTaken(error, printRunTable, 'print_runs_active')) return false;
        throw error;
      }
      const rows = caseIds.map((caseId, position) => ({ run: run.id, caseId, position }));
      for (let from = 0; from < rows.length; from += TOGETHER)
        await insertAll(inner, printRunCaseTable, rows.slice(from, from + TOGETHER));
      return true;
    }),

  get: (tx: Tx, runId: string): Promise<PrintRun | null> => findOne(tx, printRunTable, { id: runId }),

  /** The one that is being made for this person. */
  active: (tx: Tx, userId: string): Promise<PrintRun | null> =>
    findOne(tx, printRunTable, { active: userId }),

  /** Newest first; those alone that are not over on `now`. */
  ofUser: (tx: Tx, userId: string, now: At, limit: number): Promise<PrintRun[]> =>
    find(
      tx,
      printRunTable,
      { userId, expiresAt: greaterThan(utc(now)) },
      {
        order: [
          ['createdAt', 'DESC'],
          ['id', 'DESC'],
        ],
        limit,
      },
    ),

  /** In their order. One that was erased is missing: what was made of it is to go, too. */
  async caseIds(tx: Tx, runId: string): Promise<string[]> {
    const rows = await find(tx, printRunCaseTable, { run: runId }, { order: ['position'] });
    return rows.map(({ caseId }) => caseId);
  },

  /** Its file is there. False = it is gone, or another process was first. */
  async finish(tx: Tx, runId: string, made: Finished): Promise<boolean> {
    return (await update(tx, printRunTable, { id: runId, sha256: null }, { ...made, active: null })) === 1;
  },

  /** It is not made any more: its maker may ask for another. */
  async leave(tx: Tx, runId: string): Promise<void> {
    await update(tx, printRunTable, { id: runId }, { active: null });
  },

  /** Gives the hashes of the files that went with them. */
  remove: (tx: Tx, runIds: readonly string[]): Promise<string[]> =>
    atomically(tx, async (inner) => {
      if (runIds.length === 0) return [];
      const where = { id: oneOf([...runIds]) };
      const rows = await find(inner, printRunTable, where, { attributes: ['sha256'] });
      await remove(inner, printRunTable, where);
      return rows.flatMap(({ sha256 }) => sha256 ?? []);
    }),

  /** All that a case is part of. Gives as `remove` does. */
  async removeOfCase(tx: Tx, caseId: string): Promise<string[]> {
    const rows = await find(tx, printRunCaseTable, { caseId }, { attributes: ['run'] });
    return printRuns.remove(
      tx,
      rows.map(({ run }) => run),
    );
  },

  /** Those that are over by now. */
  async expired(tx: Tx, now: At): Promise<string[]> {
    const rows = await find(
      tx,
      printRunTable,
      { expiresAt: atMost(utc(now)) },
      { attributes: ['id'], limit: TOGETHER },
    );
    return rows.map((row) => row.id);
  },

  /** Does the file of any run have this content? */
  refersTo: async (tx: Tx, sha256: string): Promise<boolean> =>
    (await findOne(tx, printRunTable, { sha256 }, { attributes: ['id'] })) !== null,
};
