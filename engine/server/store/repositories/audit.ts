import { createHmac, timingSafeEqual } from 'node:crypto';
import { bounded, pageOf, readCursor } from '../cursor.ts';
import type { Tx } from '../database.ts';
import { auditHeadTable, auditTable, type StoredAuditRow } from '../models/audit.ts';
import { above, below, change, find, insert, one, utc } from '../rows.ts';
import type { AuditRepository } from '../signatures/index.ts';
import { atomically } from '../transaction.ts';
import type { AuditHead, AuditRow } from '../types.ts';

const START = '0'.repeat(64);
const HEAD = { id: 1 };
const PAGE = 1000;

export const audit: AuditRepository = {
  append: (tx, key, entry) =>
    atomically(tx, async (inner) => {
      const head = await one(inner, auditHeadTable, HEAD, { lock: true });
      if (!head) throw new Error('The audit chain has no head: the table audit_head was emptied.');
      const unsigned = {
        ...entry,
        at: utc(entry.at),
        seq: head.seq + 1,
        prev: head.mac,
        detail: JSON.stringify(entry.detail),
      };
      const row = { ...unsigned, mac: macOf(key, unsigned) };
      await insert(inner, auditTable, row);
      await change(inner, auditHeadTable, HEAD, { seq: row.seq, mac: row.mac });
      return asRecord(row);
    }),

  async list(tx, filter) {
    const limit = bounded(filter.limit);
    const [last] = readCursor(filter.after, 1) ?? [];
    const { action, actorId, subject } = filter;
    const where = {
      ...(action !== undefined && { action }),
      ...(actorId !== undefined && { actorId }),
      ...(subject !== undefined && { subject }),
      ...(last !== undefined && { seq: below(Number(last) || 0) }),
    };
    const rows = await find(tx, auditTable, where, { order: [['seq', 'DESC']], limit: limit + 1 });
    return pageOf(rows.map(asRecord), limit, (row) => [String(row.seq)]);
  },

  async head(tx) {
    const head = await one(tx, auditHeadTable, HEAD);
    return { seq: head?.seq ?? 0, mac: head?.mac ?? START };
  },

  async isWrittenWith(tx, key) {
    const ends = await Promise.all(
      (['ASC', 'DESC'] as const).map((way) => find(tx, auditTable, {}, { order: [['seq', way]], limit: 1 })),
    );
    const rows = ends.flat();
    return rows.length === 0 || rows.some((row) => macOf(key, row) === row.mac);
  },

  async verify(tx, key, witnessed = []) {
    const head = await audit.head(tx);
    const known = new Map([...witnessed, head].map(({ seq, mac }) => [seq, mac]));
    let last: AuditHead = { seq: 0, mac: START };
    for (;;) {
      const rows = await find(tx, auditTable, { seq: above(last.seq) }, { order: ['seq'], limit: PAGE });
      for (const row of rows) {
        if (row.seq > head.seq && (await isNewer(tx, row.seq)) === false) return head.seq + 1;
        if (!fits(key, row, last) || disagrees(known, row)) return last.seq + 1;
        last = row;
      }
      if (rows.length < PAGE) break;
    }
    return Math.max(...known.keys()) > last.seq ? last.seq + 1 : null;
  },
};

/** Rows beyond the head that was read first are fine while somebody goes on appending. */
async function isNewer(tx: Tx, seq: number): Promise<boolean> {
  return (await audit.head(tx)).seq >= seq;
}

function fits(key: Uint8Array, row: StoredAuditRow, last: AuditHead): boolean {
  if (row.seq !== last.seq + 1 || row.prev !== last.mac) return false;
  const expected = Buffer.from(macOf(key, row));
  const given = Buffer.from(row.mac);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

function disagrees(known: Map<number, string>, row: StoredAuditRow): boolean {
  const mac = known.get(row.seq);
  return mac !== undefined && mac !== row.mac;
}

/** A list, so that no two rows give the same text. */
function macOf(key: Uint8Array, row: Omit<StoredAuditRow, 'mac'>): string {
  const { seq, prev, at, actorId, actorName, action, subject, detail } = row;
  const text = JSON.stringify([seq, prev, at, actorId, actorName, action, subject, detail]);
  return createHmac('sha256', key).update(text).digest('hex');
}

function asRecord(row: StoredAuditRow): AuditRow {
  return { ...row, detail: JSON.parse(row.detail) };
}
