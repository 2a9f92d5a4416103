import { literal } from 'sequelize';
import type { Tx } from '../database.ts';
import { caseTable } from '../models/cases.ts';
import { fileTable } from '../models/files.ts';
import { anyOf, atMost, change, drop, find, insert, one } from '../rows.ts';
import type { FileRepository } from '../signatures/index.ts';
import { atomically } from '../transaction.ts';
import type { FileRow } from '../types.ts';

export const files: FileRepository = {
  list: (tx, caseId) => find(tx, fileTable, { caseId }, { order: ['createdAt', 'id'] }),

  ofCases(tx, caseIds) {
    if (caseIds.length === 0) return Promise.resolve([]);
    return find(tx, fileTable, { caseId: anyOf(caseIds) }, { order: ['caseId', 'createdAt', 'id'] });
  },

  get: (tx, id) => one(tx, fileTable, { id }),

  add: (tx, file, limitBytes) =>
    atomically(tx, async (inner) => {
      if (!(await reserve(inner, file.caseId, file.bytes, limitBytes))) return false;
      await insert(inner, fileTable, file);
      return true;
    }),

  replace: (tx, id, file, limitBytes) =>
    atomically(tx, async (inner) => {
      const old = await files.get(inner, id);
      if (!old || old.caseId !== file.caseId) return null;
      if (!(await reserve(inner, file.caseId, file.bytes - old.bytes, limitBytes))) return false;
      if ((await drop(inner, fileTable, { id })) === 0)
        return giveBack(inner, file.caseId, file.bytes - old.bytes);
      await insert(inner, fileTable, file);
      return old;
    }),

  remove: (tx, id) =>
    atomically(tx, async (inner) => {
      const file = await files.get(inner, id);
      if (!file) return null;
      await one(inner, caseTable, { id: file.caseId }, { lock: true, attributes: ['id'] });
      if ((await drop(inner, fileTable, { id })) === 0) return null;
      await giveBack(inner, file.caseId, file.bytes);
      return file;
    }),

  async refersTo(tx, sha256) {
    return (await one(tx, fileTable, { sha256 }, { attributes: ['id'] })) !== null;
  },
};

/** One UPDATE that fits only while the sum stays within the limit: exact however many come at once. */
async function reserve(tx: Tx, caseId: string, bytes: number, limitBytes: number): Promise<boolean> {
  const delta = wholeBytes(bytes);
  const room = { id: caseId, bytesUsed: atMost(wholeBytes(limitBytes) - delta) };
  return (await change(tx, caseTable, room, {}, { bytesUsed: literal(`bytesUsed + (${delta})`) })) === 1;
}

async function giveBack(tx: Tx, caseId: string, bytes: number): Promise<null> {
  await change(
    tx,
    caseTable,
    { id: caseId },
    {},
    { bytesUsed: literal(`bytesUsed - (${wholeBytes(bytes)})`) },
  );
  return null;
}

/** A number that may stand in SQL text. */
function wholeBytes(bytes: FileRow['bytes']): number {
  if (!Number.isSafeInteger(bytes)) throw new TypeError(`A size in bytes is a whole number, not <${bytes}>.`);
  return bytes;
}
