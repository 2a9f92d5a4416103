import { at, id, integer, nullable, primary, text } from '../../columns.ts';
import type { ProgrammeRecord, Publication } from '../../records/index.ts';
import { find, findOne, insert, insertNew, update } from '../../rows.ts';
import { increased } from '../../sql/index.ts';
import { table } from '../../table.ts';
import type { Tx } from '../../tx.ts';

/** What was published, when and by whom. */
export const publicationTable = table<Publication>('publications', {
  programme: primary(id()),
  cycle: primary(text(60)),
  number: primary(integer()),
  act: text(20),
  edition: text(64),
  source: nullable(text(64)),
  parent: nullable(text(64)),
  at: at(),
  by: nullable(id()),
  why: text(2000),
});

/** How far each programme's log has come. */
export const programmeTable = table<ProgrammeRecord>('programmes', {
  id: primary(id()),
  version: integer(),
  imported: nullable(text(64)),
});

/** The log of publications: appended to, never changed. */
export const publications = {
  /** Only under the lock of its programme; throws where the number is taken. */
  append: (tx: Tx, publication: Publication): Promise<void> => insert(tx, publicationTable, publication),

  /** Newest first. */
  list: (tx: Tx, programme: string): Promise<Publication[]> =>
    find(
      tx,
      publicationTable,
      { programme },
      {
        order: [
          ['at', 'DESC'],
          ['cycle', 'DESC'],
          ['number', 'DESC'],
        ],
      },
    ),

  /** What was done last in a cycle. */
  last: (tx: Tx, programme: string, cycle: string): Promise<Publication | null> =>
    findOne(tx, publicationTable, { programme, cycle }, { order: [['number', 'DESC']] }),

  /** The source that each cycle's log ended with; null = published before files were kept. */
  async sourcesOf(tx: Tx, programme: string): Promise<{ [cycle: string]: string | null }> {
    const ends = new Map<string, Publication>();
    for (const one of await find(tx, publicationTable, { programme }, { order: ['cycle', 'number'] }))
      ends.set(one.cycle, one);
    return Object.fromEntries([...ends].map(([cycle, { source }]) => [cycle, source]));
  },

  get: (tx: Tx, programme: string, cycle: string, number: number): Promise<Publication | null> =>
    findOne(tx, publicationTable, { programme, cycle, number }),
};

/** One row a programme, at which whoever publishes meets. */
export const programmes = {
  get: (tx: Tx, programme: string): Promise<ProgrammeRecord | null> =>
    findOne(tx, programmeTable, { id: programme }),

  /** Holds the programme to the end of the transaction, and makes its row where there is none. */
  async lock(tx: Tx, programme: string): Promise<ProgrammeRecord> {
    if (!tx.transaction) throw new Error(`Programme <${programme}> is locked only inside a transaction.`);
    const locked = (): Promise<ProgrammeRecord | null> =>
      findOne(tx, programmeTable, { id: programme }, { lock: true });
    const present = await locked();
    if (present) return present;
    await insertNew(tx, programmeTable, { id: programme, version: 0, imported: null });
    const made = await locked();
    if (!made) throw new Error(`Programme <${programme}> has no row.`);
    return made;
  },

  /** Those besides one in which something has been published. */
  async begunBesides(tx: Tx, programme: string): Promise<string[]> {
    const all = await find(tx, programmeTable, {});
    return all.filter(({ id, version }) => id !== programme && version > 0).map(({ id }) => id);
  },

  /** Every process reads again what is published. */
  async advance(tx: Tx, programme: string): Promise<void> {
    await update(tx, programmeTable, { id: programme }, {}, { version: increased('version') });
  },

  /** The folder with this hash has been taken in. */
  async remember(tx: Tx, programme: string, imported: string): Promise<void> {
    await update(tx, programmeTable, { id: programme }, { imported });
  },
};
