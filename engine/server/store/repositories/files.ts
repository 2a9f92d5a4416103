import { at, id, integer, nullable, primary, text, within } from '../columns.ts';
import type { CaseRecord, FileRow } from '../records/index.ts';
import { find, findOne, insert, remove, update } from '../rows.ts';
import { atMost, increased, OR, oneOf, type Where } from '../sql/index.ts';
import { table } from '../table.ts';
import { atomically } from '../transaction.ts';
import type { Tx } from '../tx.ts';
import { caseTable } from './case-table.ts';

/** The files in the slots of cases. */
export const fileTable = table<FileRow>('files', {
  id: primary(id()),
  caseId: within('cases', id()),
  section: id(),
  row: nullable(id()),
  slot: id(),
  name: text(255),
  mediaType: text(100),
  bytes: integer(),
  pages: nullable(integer()),
  sha256: text(64),
  createdAt: at(),
  revision: nullable(text(16)),
  state: nullable(text(20)),
});

/** Files of cases; each change keeps the case's `bytesUsed` right in the same transaction. */
export const files = {
  list: (tx: Tx, caseId: string): Promise<FileRow[]> =>
    find(tx, fileTable, { caseId }, { order: ['createdAt', 'id'] }),

  ofCases(tx: Tx, caseIds: string[]): Promise<FileRow[]> {
    if (caseIds.length === 0) return Promise.resolve([]);
    return find(tx, fileTable, { caseId: oneOf(caseIds) }, { order: ['caseId', 'createdAt', 'id'] });
  },

  get: (tx: Tx, id: string): Promise<FileRow | null> => findOne(tx, fileTable, { id }),

  /** Reserves the bytes and adds the row, both or neither. False = it would go over `limitBytes` (or no such case). */
  add: (tx: Tx, file: FileRow, limitBytes: number): Promise<boolean> =>
    atomically(tx, async (inner) => {
      if (!(await reserve(inner, file.caseId, file.bytes, limitBytes))) return false;
      await insert(inner, fileTable, file);
      return true;
    }),

  /** Puts `file` in the place of another one of the same case. Gives the old row, or false as `add` does; null = the old one is gone. */
  replace: (tx: Tx, id: string, file: FileRow, limitBytes: number): Promise<FileRow | false | null> =>
    atomically(tx, async (inner) => {
      const old = await files.get(inner, id);
      if (!old || old.caseId !== file.caseId) return null;
      if (!(await reserve(inner, file.caseId, file.bytes - old.bytes, limitBytes))) return false;
      if ((await remove(inner, fileTable, { id })) === 0)
        return giveBack(inner, file.caseId, file.bytes - old.bytes);
      await insert(inner, fileTable, file);
      return old;
    }),

  /** Gives the row that was removed, or null. Its bytes are free again. */
  remove: (tx: Tx, id: string): Promise<FileRow | null> =>
    atomically(tx, async (inner) => {
      const file = await files.get(inner, id);
      if (!file) return null;
      await findOne(inner, caseTable, { id: file.caseId }, { lock: true, attributes: ['id'] });
      if ((await remove(inner, fileTable, { id })) === 0) return null;
      await giveBack(inner, file.caseId, file.bytes);
      return file;
    }),

  /** Those that wait for the safety check, oldest first. */
  held: (tx: Tx): Promise<FileRow[]> =>
    find(tx, fileTable, { state: 'held' }, { order: ['createdAt', 'id'] }),

  /** The safety check is through with it. False = it waits no more, or is gone. */
  async release(tx: Tx, id: string): Promise<boolean> {
    return (await update(tx, fileTable, { id, state: 'held' }, { state: null })) === 1;
  },

  /** Malware was found in it: nothing of its content counts any more, its bytes are free. Null = as for `release`. */
  condemn: (tx: Tx, id: string): Promise<FileRow | null> =>
    atomically(tx, async (inner) => {
      const file = await files.get(inner, id);
      if (!file) return null;
      await findOne(inner, caseTable, { id: file.caseId }, { lock: true, attributes: ['id'] });
      const gone = { state: 'infected' as const, bytes: 0 };
      if ((await update(inner, fileTable, { id, state: 'held' }, gone)) === 0) return null;
      await giveBack(inner, file.caseId, file.bytes);
      return file;
    }),

  /** Does any row still refer to this content? Of infected files nothing is kept. */
  async refersTo(tx: Tx, sha256: string): Promise<boolean> {
    const alive: Where<FileRow>[] = [{ state: null }, { state: 'held' }];
    return (await findOne(tx, fileTable, { sha256, [OR]: alive }, { attributes: ['id'] })) !== null;
  },
};

/** One UPDATE that fits only while the sum stays within the limit: exact however many come at once. */
async function reserve(tx: Tx, caseId: string, bytes: number, limitBytes: number): Promise<boolean> {
  const delta = wholeBytes(bytes);
  const room = { id: caseId, bytesUsed: atMost(wholeBytes(limitBytes) - delta) };
  return (
    (await update(tx, caseTable, room, {}, { bytesUsed: increased<CaseRecord>('bytesUsed', delta) })) === 1
  );
}

async function giveBack(tx: Tx, caseId: string, bytes: number): Promise<null> {
  await update(
    tx,
    caseTable,
    { id: caseId },
    {},
    { bytesUsed: increased<CaseRecord>('bytesUsed', -wholeBytes(bytes)) },
  );
  return null;
}

/** A number that may stand in SQL text. */
function wholeBytes(bytes: FileRow['bytes']): number {
  if (!Number.isSafeInteger(bytes)) throw new TypeError(`A size in bytes is a whole number, not <${bytes}>.`);
  return bytes;
}
