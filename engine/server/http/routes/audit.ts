import { AuditPage, AuditSearch, AuditVerification } from '#core/model/wire/index.ts';
import { auditPage, verifyAudit } from '#server/services/audit/index.ts';
import { guarded, type Route } from '../route.ts';

export const auditRoutes: Route[] = [
  guarded({
    summary: 'The audit trail, newest first',
    access: ['audit'],
    method: 'GET',
    path: '/api/audit',
    query: AuditSearch,
    response: AuditPage,
    handle: (services, { query }) => auditPage(services, query),
  }),
  guarded({
    summary: 'Check every link of the audit trail, and that it ends where it was last seen to end',
    access: ['audit'],
    method: 'GET',
    path: '/api/audit/verification',
    response: AuditVerification,
    perMinute: 6,
    handle: (services) => verifyAudit(services),
  }),
];
