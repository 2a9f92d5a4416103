import { editionTable } from '../models/editions.ts';
import { change, find, insertNew, one, other } from '../rows.ts';
import type { EditionRepository } from '../signatures/index.ts';
import { atomically } from '../transaction.ts';
import type { EditionRecord } from '../types.ts';

const LISTED = ['hash', 'programme', 'cycle', 'status', 'publishedAt'];

export const editions: EditionRepository = {
  get: (tx, hash) => one(tx, editionTable, { hash }),

  async keep(tx, edition) {
    await insertNew(tx, editionTable, { ...edition, status: 'draft', publishedAt: null });
  },

  publish: (tx, hash, at) =>
    atomically(tx, async (inner) => {
      const edition = await one(inner, editionTable, { hash }, { lock: true, attributes: LISTED });
      if (!edition) return false;
      const { programme, cycle } = edition;
      await change(
        inner,
        editionTable,
        { programme, cycle, status: 'published', hash: other(hash) },
        { status: 'retired' },
      );
      await change(inner, editionTable, { hash }, { status: 'published', publishedAt: at });
      return true;
    }),

  published(tx, programme, cycle) {
    const where = { programme, status: 'published' as const, ...(cycle === undefined ? {} : { cycle }) };
    return one(tx, editionTable, where, { order: [['publishedAt', 'DESC']] });
  },

  async list(tx, programme): Promise<Omit<EditionRecord, 'definition'>[]> {
    return find(
      tx,
      editionTable,
      { programme },
      { attributes: LISTED, order: [['publishedAt', 'DESC'], 'hash'] },
    );
  },
};
