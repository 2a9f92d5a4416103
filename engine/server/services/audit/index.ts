/** The audit trail: what was done, by whom, and the proof that no row was changed. */

export { recordAudit } from './audit.ts';
export { auditPage } from './audit-list.ts';
export { auditRows } from './audit-rows.ts';
export { verifyAudit } from './verify-audit.ts';
