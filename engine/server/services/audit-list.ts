import { type AuditRow, audit } from '../store/index.ts';
import type { Services } from './context.ts';

const PAGE = 100;

type AuditSearch = { action?: string; subject?: string; after?: string };
type AuditPage = { rows: Omit<AuditRow, 'prev' | 'mac'>[]; after: string | null };

/** A page of the audit trail, newest first. */
export async function auditPage(services: Services, search: AuditSearch): Promise<AuditPage> {
  const page = await audit.list(services.db, { ...search, after: search.after ?? null, limit: PAGE });
  return { rows: page.rows.map(({ prev: _prev, mac: _mac, ...row }) => row), after: page.after };
}
