import { at, id, integer, json, nullable, primary, text } from '../../columns.ts';
import type { DraftChange, DraftReason, DraftRecord, DraftRemark } from '../../records/index.ts';
import { find, findOne, insert, update } from '../../rows.ts';
import { increased } from '../../sql/index.ts';
import { table } from '../../table.ts';
import type { Tx } from '../../tx.ts';

/** Editions to come. */
export const draftTable = table<DraftRecord>('drafts', {
  id: primary(id()),
  programme: id(),
  title: text(200),
  status: text(20),
  base: json(),
  began: text(64),
  source: text(64),
  length: integer(),
  createdAt: at(),
  createdBy: nullable(id()),
  submittedBy: nullable(id()),
  approvedBy: nullable(id()),
  approved: nullable(text(64)),
  publishAt: nullable(at()),
  why: text(2000),
  version: integer(),
});

/** The lists of their changes. */
export const draftChangeTable = table<DraftChange>('draft_changes', {
  draft: primary(id()),
  number: primary(integer()),
  act: integer(),
  at: at(),
  by: nullable(id()),
  why: text(2000),
  kind: text(40),
  parameters: json(),
  effects: json(),
  sentences: json(),
  undoes: nullable(integer()),
  undoneBy: nullable(integer()),
  source: text(64),
});

/** What is written about them. */
export const draftRemarkTable = table<DraftRemark>('draft_remarks', {
  id: primary(id()),
  draft: id(),
  change: nullable(integer()),
  at: at(),
  by: nullable(id()),
  text: text(2000),
});

/** Why changed rules that nothing reaches are published. */
export const draftReasonTable = table<DraftReason>('draft_reasons', {
  draft: primary(id()),
  rule: primary(text(64)),
  at: at(),
  by: nullable(id()),
  text: text(2000),
});

/** Drafts of all programmes. */
export const drafts = {
  create: (tx: Tx, draft: Omit<DraftRecord, 'version'>): Promise<void> =>
    insert(tx, draftTable, { ...draft, version: 1 }),

  get: (tx: Tx, id: string): Promise<DraftRecord | null> => findOne(tx, draftTable, { id }),

  /** Newest first. */
  list: (tx: Tx, programme: string): Promise<DraftRecord[]> =>
    find(
      tx,
      draftTable,
      { programme },
      {
        order: [
          ['createdAt', 'DESC'],
          ['id', 'DESC'],
        ],
      },
    ),

  /** The drafts of one programme go on as those of another. */
  async handOver(tx: Tx, programme: string, to: string): Promise<void> {
    await update(tx, draftTable, { programme }, { programme: to });
  },

  /** CAS by version. */
  async change(
    tx: Tx,
    { id, version }: Pick<DraftRecord, 'id' | 'version'>,
    changes: Partial<Omit<DraftRecord, 'id' | 'version'>>,
  ): Promise<boolean> {
    return (await update(tx, draftTable, { id, version }, changes, { version: increased('version') })) === 1;
  },
};

/** The lists of changes: appended to; a line only learns that it was taken back. */
export const draftChanges = {
  append: (tx: Tx, change: DraftChange): Promise<void> => insert(tx, draftChangeTable, change),

  list: (tx: Tx, draft: string): Promise<DraftChange[]> =>
    find(tx, draftChangeTable, { draft }, { order: ['number'] }),

  /** Marks the lines of an act as taken back by another; null = they hold again. */
  async mark(tx: Tx, draft: string, act: number, undoneBy: number | null): Promise<void> {
    await update(tx, draftChangeTable, { draft, act }, { undoneBy });
  },
};

/** What is written about drafts. */
export const draftRemarks = {
  add: (tx: Tx, remark: DraftRemark): Promise<void> => insert(tx, draftRemarkTable, remark),

  list: (tx: Tx, draft: string): Promise<DraftRemark[]> =>
    find(tx, draftRemarkTable, { draft }, { order: ['at', 'id'] }),
};

/** The reasons of drafts, one a rule: what is written later stands in its place. */
export const draftReasons = {
  async put(tx: Tx, reason: DraftReason): Promise<void> {
    const { draft, rule, ...rest } = reason;
    if ((await update(tx, draftReasonTable, { draft, rule }, rest)) === 0)
      await insert(tx, draftReasonTable, reason);
  },

  list: (tx: Tx, draft: string): Promise<DraftReason[]> =>
    find(tx, draftReasonTable, { draft }, { order: ['rule'] }),
};
