import { routeOf } from '#core/compile/index.ts';
import { allowsLogin } from '#core/route/index.ts';
import { type CaseRecord, loading, type Tx, type User } from '#server/store/index.ts';
import type { Services } from './context.ts';

type Entry = { isPerson: boolean; full: boolean };

/**
 * What an account gives access to: everything while it and its organisation are active; only its own registration
 * where that one's state says so; else nothing (null).
 */
export async function entryOf(services: Services, tx: Tx, user: User): Promise<Entry | null> {
  if (user.status === 'deleted') return null;
  if (user.passwordExpiresAt !== null && user.passwordExpiresAt <= services.clock().toISOString())
    return null;
  const registration = user.caseId === null ? null : await loading.case(tx, user.caseId);
  const isPerson = registration !== null && registration.ownerOrganisationId === null;
  const organisation =
    user.organisationId === null ? null : await loading.organisation(tx, user.organisationId);
  if (user.status === 'active' && (!organisation || organisation.status === 'active'))
    return { isPerson, full: true };
  return user.status === 'pending' && registration && (await opens(services, registration))
    ? { isPerson, full: false }
    : null;
}

/** Whether the state of a registration lets its owner in before the account is active. */
async function opens(services: Services, record: CaseRecord): Promise<boolean> {
  const edition = await services.editions.get(record.edition);
  return allowsLogin(routeOf(edition, record.route), { value: record.state, context: record.context });
}
