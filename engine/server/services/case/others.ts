import { routeOf } from '#core/compile/index.ts';
import type { CompiledEdition, OtherCase } from '#core/model/index.ts';
import { caseFactsOf } from '#core/route/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { type CaseRecord, cases, loading, type Tx } from '#server/store/index.ts';
import { readsPath } from './reads-path.ts';

/**
 * The other applications of whoever files this one, newest first: where each stands, and nothing of what was filled in.
 * Empty where no rule of the edition reads them, so that nobody is sent what nothing asks for.
 */
export async function othersOf(
  services: Services,
  tx: Tx,
  { id, subject, ownerUserId, ownerOrganisationId }: CaseRecord,
  edition: CompiledEdition,
): Promise<OtherCase[]> {
  if (subject !== 'application' || !readsPath(edition, 'others')) return [];
  const records =
    ownerOrganisationId !== null
      ? await cases.ofOwnerOrganisation(tx, ownerOrganisationId, 'application')
      : ownerUserId !== null
        ? await loading.applicationsOf(tx, ownerUserId)
        : [];
  // What somebody has filed for an organisation is none of their own.
  const others = records.filter(
    (record) => record.id !== id && record.ownerOrganisationId === ownerOrganisationId,
  );
  return Promise.all(others.map((record) => otherOf(services, record)));
}

async function otherOf(services: Services, record: CaseRecord): Promise<OtherCase> {
  const edition = await services.editions.get(record.edition);
  const { cycle, category, state: value, context } = record;
  const { state, title, tags, round, enteredAt } = caseFactsOf(routeOf(edition, record.route), {
    value,
    context,
  });
  const categoryTitle = edition.categories[category]?.definition.title ?? category;
  return { cycle, category, categoryTitle, state, title, tags, round, enteredAt };
}
