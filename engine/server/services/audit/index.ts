/** The trail: what was done, by whom, and the proof that nothing of it was changed. */

export { note } from './audit.ts';
export { auditPage } from './audit-list.ts';
export { verifyAudit } from './verify-audit.ts';
