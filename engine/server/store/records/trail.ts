/** The audit trail. */
import type { JsonObject } from '#core/model/index.ts';
import type { At } from './at.ts';

/** What a row of the audit trail says. */
export type AuditEntry = {
  at: At;
  actorId: string | null;
  actorName: string;
  action: string;
  subject: string;
  detail: JsonObject;
};

/** A row of the audit trail in its chain: `mac` covers the row and `prev`, the `mac` of the row before. */
export type AuditRow = AuditEntry & { seq: number; prev: string; mac: string };

/** The key, sealed, under which the trail holds what would be personal; it goes with the case. */
export type TrailKey = { caseId: string; key: string };

/** The newest link of the audit chain. */
export type AuditHead = { seq: number; mac: string };
