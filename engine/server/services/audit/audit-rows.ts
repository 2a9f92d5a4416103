import type { Services } from '#server/services/ground/index.ts';
import { type AuditRow, audit } from '#server/store/index.ts';
import { detailOpener } from './sealed-detail.ts';

const PAGE = 200;

/** Every row of an action on a subject, oldest first, with what is personal opened. */
export async function auditRows(
  services: Pick<Services, 'db' | 'secrets'>,
  filter: { action: string; subject: string },
): Promise<AuditRow[]> {
  const rows: AuditRow[] = [];
  let after: string | null = null;
  do {
    const page = await audit.list(services.db, { ...filter, after, limit: PAGE });
    rows.push(...page.rows);
    ({ after } = page);
  } while (after !== null);
  const open = await detailOpener(services, rows);
  return rows.reverse().map((row) => ({ ...row, detail: open(row) }));
}
