import type { RouteDefinition } from '#core/model/index.ts';
import type { AuditPage, AuditSearch } from '#core/model/wire/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { type AuditRow, audit, cases, organisations, users } from '#server/store/index.ts';
import { detailOpener } from './sealed-detail.ts';

const PAGE = 100;

/** A page of the audit trail, newest first, with the names of those who are still there. */
export async function auditPage(services: Services, search: AuditSearch): Promise<AuditPage> {
  const page = await audit.list(services.db, { ...search, after: search.after ?? null, limit: PAGE });
  const names = await namesOf(services, page.rows);
  const open = await detailOpener(services, page.rows);
  const { definition } = await services.editions.current();
  const nameOf = (id: string | null): string => names.get(id ?? '') ?? '';
  return {
    rows: page.rows.map(({ prev: _prev, mac: _mac, ...row }) => ({
      ...row,
      detail: open(row),
      actorName: nameOf(row.actorId),
      subjectName: nameOf(row.subject),
    })),
    after: page.after,
    events: eventTitles(definition.routes),
  };
}

/** Events of the same id in several routes are one action: all their titles. */
function eventTitles(routes: readonly RouteDefinition[]): AuditPage['events'] {
  const titles = new Map<string, Set<string>>();
  for (const [id, { title }] of routes.flatMap(({ events }) => Object.entries(events)))
    titles.set(id, new Set([...(titles.get(id) ?? []), title]));
  return [...titles].map(([id, all]) => ({ action: `event:${id}`, title: [...all].join(' / ') }));
}

/** The present names of people, organisations and cases by id. What was deleted has none. */
async function namesOf({ db }: Services, rows: AuditRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap(({ actorId, subject }) => [actorId ?? '', subject]))];
  const found = await Promise.all([users.byIds(db, ids), organisations.byIds(db, ids), cases.byIds(db, ids)]);
  return new Map(found.flat().map(({ id, name }) => [id, name]));
}
