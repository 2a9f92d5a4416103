import { createHmac, timingSafeEqual } from 'node:crypto';
import { at, id, integer, long, nullable, primary, text } from '../columns.ts';
import { bounded, type Page, pageOf, readCursor } from '../cursor.ts';
import type { AuditEntry, AuditHead, AuditRow } from '../records/index.ts';
import { find, findOne, insert, update, utc } from '../rows.ts';
import { greaterThan, lessThan } from '../sql/index.ts';
import { table } from '../table.ts';
import { atomically } from '../transaction.ts';
import type { Tx } from '../tx.ts';

/** `detail` is kept as the very text that the chain's MAC covers. */
type StoredAuditRow = Omit<AuditRow, 'detail'> & { detail: string };

/** The rows of the audit trail; never changed, never deleted. */
export const auditTable = table<StoredAuditRow>('audit', {
  seq: primary(integer()),
  at: at(),
  actorId: nullable(id()),
  actorName: text(200),
  action: text(80),
  subject: text(190),
  detail: long(),
  prev: text(64),
  mac: text(64),
});

/** One row, locked by whoever appends, so that the chain has one end on every database. */
type AuditHeadRow = AuditHead & { id: number };

/** One row: the newest link of the chain. */
export const auditHeadTable = table<AuditHeadRow>('audit_head', {
  id: primary(integer()),
  seq: integer(),
  mac: text(64),
});

type AuditFilter = {
  action?: string;
  actorId?: string;
  subject?: string;
  after?: string | null;
  limit: number;
};

const HELD = 'held';
const START = '0'.repeat(64);
const HEAD = { id: 1 };
const PAGE = 1000;

/** The audit trail: appended to, listed, verified. */
export const audit = {
  /** Links the entry to the chain; belongs in the transaction of the action that it records. `key` is `keys.audit`. */
  append: (tx: Tx, key: Uint8Array, entry: AuditEntry): Promise<AuditRow> =>
    atomically(tx, async (inner) => {
      const head = await heldHead(inner);
      const unsigned = {
        ...entry,
        at: utc(entry.at),
        seq: head.seq + 1,
        prev: head.mac,
        detail: JSON.stringify(entry.detail),
      };
      const row = { ...unsigned, mac: macOf(key, unsigned) };
      await insert(inner, auditTable, row);
      await update(inner, auditHeadTable, HEAD, { seq: row.seq, mac: row.mac });
      primeAuditHead(inner, { ...HEAD, seq: row.seq, mac: row.mac });
      return asRecord(row);
    }),

  /** Newest first. */
  async list(tx: Tx, filter: AuditFilter): Promise<Page<AuditRow>> {
    const limit = bounded(filter.limit);
    const [last] = readCursor(filter.after, 1) ?? [];
    const { action, actorId, subject } = filter;
    const where = {
      ...(action !== undefined && { action }),
      ...(actorId !== undefined && { actorId }),
      ...(subject !== undefined && { subject }),
      ...(last !== undefined && { seq: lessThan(Number(last) || 0) }),
    };
    const rows = await find(tx, auditTable, where, { order: [['seq', 'DESC']], limit: limit + 1 });
    return pageOf(rows.map(asRecord), limit, (row) => [String(row.seq)]);
  },

  async head(tx: Tx): Promise<AuditHead> {
    const head = await findOne(tx, auditHeadTable, HEAD);
    return { seq: head?.seq ?? 0, mac: head?.mac ?? START };
  },

  /** The last row that these heads have seen; 0 where there are none. */
  endOf,

  /** Whether this is the key of the chain, by its first or last row; for an empty chain any key is. */
  async isWrittenWith(tx: Tx, key: Uint8Array): Promise<boolean> {
    const ends = await Promise.all(
      (['ASC', 'DESC'] as const).map((way) => find(tx, auditTable, {}, { order: [['seq', way]], limit: 1 })),
    );
    const rows = ends.flat();
    return rows.length === 0 || rows.some((row) => macOf(key, row) === row.mac);
  },

  /**
   * Walks the whole chain. Gives the first sequence number that does not fit, or null. `witnessed`: heads kept
   * outside, of as many witnesses as there are; where two say different things of a row, it does not fit. `seen` is
   * told how far it is, and may end it by throwing.
   */
  async verify(
    tx: Tx,
    key: Uint8Array,
    witnessed: AuditHead[] = [],
    seen: (rows: number, of: number) => Promise<void> = async () => undefined,
  ): Promise<number | null> {
    const head = await audit.head(tx);
    const known = witnessesOf([...witnessed, head]);
    const end = endOf([...known.values()]);
    let last: AuditHead = { seq: 0, mac: START };
    for (;;) {
      const rows = await find(
        tx,
        auditTable,
        { seq: greaterThan(last.seq) },
        { order: ['seq'], limit: PAGE },
      );
      for (const row of rows) {
        if (row.seq > head.seq && (await isNewer(tx, row.seq)) === false) return head.seq + 1;
        if (!fits(key, row, last) || disagrees(known, row)) return last.seq + 1;
        last = row;
      }
      await seen(last.seq, Math.max(last.seq, head.seq));
      if (rows.length < PAGE) break;
    }
    return end > last.seq ? last.seq + 1 : null;
  },
};

/** The end of the chain, held until the transaction ends: whoever holds it knows it. */
async function heldHead(tx: Tx): Promise<AuditHeadRow> {
  const known = tx.memory?.ofTable<AuditHeadRow | null>(auditHeadTable.name, HELD, () => null);
  const head = known ?? (await findOne(tx, auditHeadTable, HEAD, { lock: true }));
  if (!head) throw new Error('The audit chain has no head: the table audit_head was emptied.');
  return head;
}

/** This transaction holds the end of the chain, and it is this. */
export function primeAuditHead(tx: Tx, head: AuditHeadRow | undefined): void {
  tx.memory?.forget(auditHeadTable.name);
  if (head) tx.memory?.ofTable(auditHeadTable.name, HELD, () => head);
}

/** Rows beyond the head that was read first are allowed: somebody may be appending. */
async function isNewer(tx: Tx, seq: number): Promise<boolean> {
  return (await audit.head(tx)).seq >= seq;
}

function fits(key: Uint8Array, row: StoredAuditRow, last: AuditHead): boolean {
  if (row.seq !== last.seq + 1 || row.prev !== last.mac) return false;
  const expected = Buffer.from(macOf(key, row));
  const given = Buffer.from(row.mac);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

type Witnessed = AuditHead & { contradicted: boolean };

function witnessesOf(heads: AuditHead[]): Map<number, Witnessed> {
  const known = new Map<number, Witnessed>();
  for (const { seq, mac } of heads) {
    const before = known.get(seq);
    known.set(seq, {
      seq,
      mac,
      contradicted: before !== undefined && (before.contradicted || before.mac !== mac),
    });
  }
  return known;
}

/** The last row that anybody has seen. A loop: there may be more heads than a call takes arguments. */
function endOf(heads: AuditHead[]): number {
  return heads.reduce((end, { seq }) => (seq > end ? seq : end), 0);
}

function disagrees(known: Map<number, Witnessed>, row: StoredAuditRow): boolean {
  const head = known.get(row.seq);
  return head !== undefined && (head.contradicted || head.mac !== row.mac);
}

/** As a list, so that no two rows give the same text. */
function macOf(key: Uint8Array, row: Omit<StoredAuditRow, 'mac'>): string {
  const { seq, prev, at, actorId, actorName, action, subject, detail } = row;
  const text = JSON.stringify([seq, prev, at, actorId, actorName, action, subject, detail]);
  return createHmac('sha256', key).update(text).digest('hex');
}

function asRecord(row: StoredAuditRow): AuditRow {
  return { ...row, detail: JSON.parse(row.detail) };
}
