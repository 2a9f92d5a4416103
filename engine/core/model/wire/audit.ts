import { type Static, Type } from 'typebox';
import { after, anyObject, closed, nullable, text } from './parts.ts';

/** What the engine itself does and records. */
export const AUDIT_ACTIONS = [
  'add-user',
  'change-password',
  'correct',
  'create-organisation',
  'cycle',
  'delete-user',
  'draft',
  'draft-approve',
  'draft-change',
  'draft-discard',
  'draft-refused',
  'draft-remark',
  'draft-reason',
  'draft-example',
  'draft-submit',
  'draft-undo',
  'export',
  'file-infected',
  'freeze-user',
  'job-cancel',
  'job-retry',
  'job-start',
  'login',
  'login-failed',
  'logout',
  'look',
  'move',
  'move-back',
  'move-case',
  'move-case-back',
  'move-organisation',
  'move-try',
  'print',
  'print-frozen',
  'print-run',
  'print-run-end',
  'print-run-file',
  'publish',
  'register',
  'remove-organisation',
  'replay',
  'replay-cancel',
  'replay-compare',
  'reset-password',
  'retention',
  'retire',
  'roll-back',
  'second-factor-begin',
  'second-factor-off',
  'second-factor-on',
  'setup',
  'setup-open',
  'sheet-settings',
  'start',
  'unfreeze-user',
] as const;

/** What a row says was done: an action of the engine, or an event of a route by its name. */
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** A line of the audit trail. */
export const AuditLine = closed({
  seq: Type.Integer(),
  at: text(),
  actorId: nullable(text()),
  actorName: text(),
  action: text(),
  subject: text(),
  /** Empty where it is no longer there. */
  subjectName: text(),
  detail: anyObject(),
});
export type AuditLine = Static<typeof AuditLine>;

/** GET /api/audit?… */
export const AuditSearch = closed({
  action: Type.Optional(text(80)),
  subject: Type.Optional(text(80)),
  after: Type.Optional(after),
});
export type AuditSearch = Static<typeof AuditSearch>;

/** A page of the audit trail; `after` is where the next one begins, null at the end. */
export const AuditPage = closed({
  rows: Type.Array(AuditLine),
  after: nullable(text()),
  /** What the events of routes are called now, by their actions in the trail. */
  events: Type.Array(closed({ action: text(), title: text() })),
});
/** A page of the audit trail; `after` is where the next one begins, null at the end. */
export type AuditPage = Static<typeof AuditPage>;

/** GET /api/audit/verification: the result of checking the whole chain. */
export const AuditVerification = closed({
  ok: Type.Boolean(),
  /** The first row that does not fit. */
  firstBroken: nullable(Type.Integer()),
  rows: Type.Integer(),
  head: text(),
});
export type AuditVerification = Static<typeof AuditVerification>;
