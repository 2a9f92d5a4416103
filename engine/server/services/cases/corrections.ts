import type { Correction } from '#core/evaluate/index.ts';
import { auditRows } from '#server/services/audit/index.ts';
import type { LoadedCase } from '#server/services/case/index.ts';
import { type Services, zoned } from '#server/services/ground/index.ts';

/** What desks changed in the answers of this round, in the order in which they did; sensitive values are masked. */
export async function correctionsOf(
  services: Services,
  { record, edition }: LoadedCase,
): Promise<Correction[]> {
  const { timeZone } = edition.definition.programme;
  const rows = await auditRows(services, { action: 'correct', subject: record.id });
  return rows.flatMap(({ at, detail }) => {
    const { by, section, round, changes } = detail;
    if (round !== record.round || typeof by !== 'string' || typeof section !== 'string') return [];
    if (!Array.isArray(changes)) return [];
    const on = zoned(new Date(at), timeZone).slice(0, 10);
    return [{ by, section, on, changes: changes as Correction['changes'] }];
  });
}
