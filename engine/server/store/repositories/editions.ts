import { at, id, json, nullable, primary, text } from '../columns.ts';
import type { At, EditionRecord } from '../records/index.ts';
import { find, findOne, insertNew, update } from '../rows.ts';
import { notEqual } from '../sql/index.ts';
import { table } from '../table.ts';
import { atomically } from '../transaction.ts';
import type { Tx } from '../tx.ts';

/** The editions of all programmes, by hash. */
export const editionTable = table<EditionRecord>(
  'editions',
  {
    hash: primary(text(64)),
    programme: id(),
    cycle: text(60),
    definition: json(),
    status: text(20),
    publishedAt: nullable(at()),
  },
  {},
  { inDirectory: true },
);

const LISTED: (keyof EditionRecord & string)[] = ['hash', 'programme', 'cycle', 'status', 'publishedAt'];

/** Editions as they were published. */
export const editions = {
  get: (tx: Tx, hash: string): Promise<EditionRecord | null> => findOne(tx, editionTable, { hash }),

  /** Keeps an edition that is not there yet; an edition never changes once kept. */
  async keep(tx: Tx, edition: Omit<EditionRecord, 'publishedAt' | 'status'>): Promise<void> {
    await insertNew(tx, editionTable, { ...edition, status: 'draft', publishedAt: null });
  },

  /** Makes it the published one of its cycle; the one before is retired. False = no such edition. */
  publish: (tx: Tx, hash: string, at: At): Promise<boolean> =>
    atomically(tx, async (inner) => {
      const edition = await findOne(inner, editionTable, { hash }, { lock: true, attributes: LISTED });
      if (!edition) return false;
      const { programme, cycle } = edition;
      await update(
        inner,
        editionTable,
        { programme, cycle, status: 'published', hash: notEqual(hash) },
        { status: 'retired' },
      );
      await update(inner, editionTable, { hash }, { status: 'published', publishedAt: at });
      return true;
    }),

  /** Nothing new is begun in the cycle; what was begun goes on under its edition. */
  async retire(tx: Tx, programme: string, cycle: string): Promise<void> {
    await update(tx, editionTable, { programme, cycle, status: 'published' }, { status: 'retired' });
  },

  /** The published edition of this cycle, or the newest published one of the programme. */
  published(tx: Tx, programme: string, cycle?: string): Promise<EditionRecord | null> {
    const where = { programme, status: 'published' as const, ...(cycle === undefined ? {} : { cycle }) };
    return findOne(tx, editionTable, where, { order: [['publishedAt', 'DESC']] });
  },

  /** Without definitions, newest first. */
  async list(tx: Tx, programme: string): Promise<Omit<EditionRecord, 'definition'>[]> {
    return find(
      tx,
      editionTable,
      { programme },
      { attributes: LISTED, order: [['publishedAt', 'DESC'], 'hash'] },
    );
  },
};
