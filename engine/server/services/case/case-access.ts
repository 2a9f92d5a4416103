import { categoryOf, routeOf } from '#core/compile/index.ts';
import { mayWrite } from '#core/evaluate/index.ts';
import type { CompiledSection } from '#core/model/index.ts';
import { writersOf } from '#core/route/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { type Actor, can, notFound } from '#server/services/ground/index.ts';
import { type CaseRecord, loading, readCase, type Tx } from '#server/store/index.ts';
import { hasRead } from './reads-path.ts';

/** The roles in which somebody may act on a case: `applicant` first, then the desks that their organisation holds. */
export function rolesOver(actor: Actor, record: CaseRecord, filedByOrganisation: boolean): string[] {
  const desks = can(actor, abilityOver(record)) ? desksHeld(actor, record) : [];
  return isApplicant(actor, record, filedByOrganisation) ? ['applicant', ...desks] : desks;
}

/** Acting on accounts and acting on applications are two abilities. */
export const abilityOver = (record: Pick<CaseRecord, 'subject'>): 'accounts' | 'review' =>
  record.subject === 'account' ? 'accounts' : 'review';

function isApplicant(actor: Actor, record: CaseRecord, filedByOrganisation: boolean): boolean {
  if (record.ownerUserId === actor.userId) return true;
  if (!filedByOrganisation || actor.isPerson || record.subject === 'account' || !can(actor, 'apply'))
    return false;
  return record.ownerOrganisationId !== null && record.ownerOrganisationId === actor.organisationId;
}

function desksHeld(actor: Actor, record: CaseRecord): string[] {
  if (actor.organisationId === null || record.context.round === 0) return [];
  return Object.keys(record.context.desks).filter(
    (desk) => record.context.desks[desk] === actor.organisationId,
  );
}

/** The role in which the person may write to the case now, or null. */
export async function editingAs(
  services: Services,
  record: CaseRecord,
  roles: string[],
): Promise<string | null> {
  const edition = await services.editions.get(record.edition);
  const writers = writersOf(routeOf(edition, record.route), { value: record.state, context: record.context });
  return roles.find((one) => writers.includes(one)) ?? null;
}

/** A case that somebody may see, and the roles in which they may act on it: `applicant`, desks, or none. */
export type CaseAccess = { record: CaseRecord; roles: string[] };

/**
 * The case, if this person may see it: its applicant, the desks on its way, and organisations above the one that
 * it was filed from. Anything else is refused exactly as a case that does not exist.
 */
export async function seeCase(
  services: Services,
  tx: Tx,
  actor: Actor,
  id: string,
  options: { lock?: boolean; events?: boolean } = {},
): Promise<CaseAccess> {
  const record =
    tx.memory === null
      ? await loading.case(tx, id)
      : await readCase(tx, id, { ...options, others: hasRead('others') });
  if (!record) throw notFound();
  const edition = await services.editions.get(record.edition);
  const roles = rolesOver(
    actor,
    record,
    categoryOf(edition, record.category).definition.applicant === 'organisation',
  );
  if (roles.length === 0 && !(await oversees(tx, actor, record))) throw notFound();
  return { record, roles };
}

/** Every organisation above sees what was handed in; nobody sees what is still being filled in. */
async function oversees(tx: Tx, actor: Actor, record: CaseRecord): Promise<boolean> {
  if (!can(actor, abilityOver(record)) || actor.organisationId === null || record.unitId === null)
    return false;
  if (record.context.round === 0) return false;
  const unit = await loading.organisation(tx, record.unitId);
  return unit?.path.includes(`/${actor.organisationId}/`) ?? false;
}

/**
 * Whether this role may put files into a section's slots and take them out. Desks may correct words of the applicant
 * where `editBy` lets them, but evidence stays as it was handed in: files of a section that the applicant writes are
 * theirs.
 */
export function mayAttach(section: CompiledSection, by: string): boolean {
  if (!mayWrite(section, '', by)) return false;
  return by === 'applicant' || !mayWrite(section, '', 'applicant');
}
