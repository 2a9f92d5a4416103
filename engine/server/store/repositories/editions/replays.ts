import { at, id, integer, json, nullable, primary, text, within } from '../../columns.ts';
import type { Replay, ReplayedCase } from '../../records/index.ts';
import { find, findOne, insert, insertAll, update } from '../../rows.ts';
import { greaterThan, increased, type Where } from '../../sql/index.ts';
import { table } from '../../table.ts';
import type { Tx } from '../../tx.ts';

/** Replays of applications against drafts. */
export const replayTable = table<Replay>('replays', {
  id: primary(id()),
  programme: id(),
  draft: id(),
  source: text(64),
  cycle: text(60),
  target: text(60),
  reached: text(64),
  report: json(),
  createdAt: at(),
  createdBy: nullable(id()),
  finishedAt: nullable(at()),
  version: integer(),
  mode: nullable(text(20)),
});

/** The applications behind each line of a report; goes with its case. */
export const replayedCaseTable = table<ReplayedCase>('replayed_cases', {
  caseId: within('cases', primary(id())),
  replay: primary(id()),
  line: primary(text(64)),
  category: text(60),
});

/** Replays of all drafts. */
export const replays = {
  create: (tx: Tx, replay: Omit<Replay, 'version'>): Promise<void> =>
    insert(tx, replayTable, { ...replay, version: 1 }),

  get: (tx: Tx, replayId: string): Promise<Replay | null> => findOne(tx, replayTable, { id: replayId }),

  /** Newest first. */
  ofDraft: (tx: Tx, draft: string, limit: number): Promise<Replay[]> =>
    find(
      tx,
      replayTable,
      { draft },
      {
        order: [
          ['createdAt', 'DESC'],
          ['id', 'DESC'],
        ],
        limit,
      },
    ),

  /** CAS by version. */
  async change(
    tx: Tx,
    { id: replayId, version }: Pick<Replay, 'id' | 'version'>,
    changes: Partial<Pick<Replay, 'reached' | 'report' | 'finishedAt'>>,
  ): Promise<boolean> {
    const where = { id: replayId, version };
    return (await update(tx, replayTable, where, changes, { version: increased('version') })) === 1;
  },
};

/** Databases take so many values in one statement. */
const TOGETHER = 1000;

/** Which applications stand behind which line. */
export const replayedCases = {
  async add(tx: Tx, rows: readonly ReplayedCase[]): Promise<void> {
    for (let from = 0; from < rows.length; from += TOGETHER)
      await insertAll(tx, replayedCaseTable, rows.slice(from, from + TOGETHER));
  },

  /** Whether an application stands behind a line. */
  has: async (tx: Tx, where: Pick<ReplayedCase, 'replay' | 'line' | 'caseId'>): Promise<boolean> =>
    (await findOne(tx, replayedCaseTable, where)) !== null,

  /** In order of their case, a page after `after`. */
  page: (
    tx: Tx,
    { replay, line, category }: { replay: string; line: string; category?: string },
    { after, limit }: { after: string; limit: number },
  ): Promise<ReplayedCase[]> => {
    const where: Where<ReplayedCase> = {
      ...{ replay, line, caseId: greaterThan(after) },
      ...(category !== undefined && { category }),
    };
    return find(tx, replayedCaseTable, where, { order: ['caseId'], limit });
  },
};
