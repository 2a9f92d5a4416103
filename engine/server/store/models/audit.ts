import { at, id, integer, long, nullable, primary, text } from '../columns.ts';
import { table } from '../table.ts';
import type { AuditHead, AuditRow } from '../types.ts';

/** `detail` is kept as the very text that the chain's MAC covers. */
export type StoredAuditRow = Omit<AuditRow, 'detail'> & { detail: string };

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

/** One row: whoever appends holds it, so that the chain has one end on every database. */
type AuditHeadRow = AuditHead & { id: number };

export const auditHeadTable = table<AuditHeadRow>('audit_head', {
  id: primary(integer()),
  seq: integer(),
  mac: text(64),
});
