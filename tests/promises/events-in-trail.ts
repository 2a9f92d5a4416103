import { type AuditRow, audit, type Database } from '#server/store/index.ts';

/** What the trail holds of the events of a case, newest first, however many they are. */
export async function eventsInTrail(db: Database, caseId: string): Promise<AuditRow[]> {
  const found: AuditRow[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await audit.list(db, { subject: caseId, limit: 100, ...(after && { after }) });
    found.push(...page.rows.filter(({ action }) => action.startsWith('event:')));
    after = page.after;
  }
  return found;
}
