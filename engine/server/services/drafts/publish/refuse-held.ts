import type { ProgrammeDefinition } from '#core/model/index.ts';
import { Failure, type Services } from '#server/services/ground/index.ts';
import { organisations, type Tx, users } from '#server/store/index.ts';

/**
 * Roles and kinds of organisations belong to the programme and not to a cycle: whoever holds one may not lose it because
 * an edition no longer has it. Throws `role-held`, `kind-held` with its title and how many there are.
 */
export async function refuseHeld(
  { editions }: Services,
  tx: Tx,
  next: Pick<ProgrammeDefinition, 'roles' | 'organisationKinds'>,
): Promise<void> {
  const { roles, organisationKinds } = (await editions.current()).definition.programme;
  const roleOf = await users.countByRole(tx);
  for (const { id, title } of gone(roles, next.roles)) {
    const count = roleOf.find(({ role }) => role === id)?.count ?? 0;
    if (count > 0) throw new Failure('conflict', 'role-held', { params: { title, count } });
  }
  const kindOf = await organisations.countByKind(tx);
  for (const { id, title } of gone(organisationKinds, next.organisationKinds)) {
    const count = kindOf.find(({ kind }) => kind === id)?.count ?? 0;
    if (count > 0) throw new Failure('conflict', 'kind-held', { params: { title, count } });
  }
}

type Titled = { id: string; title: string };
const gone = <T extends Titled>(before: readonly T[], after: readonly Titled[]): T[] =>
  before.filter(({ id }) => !after.some((one) => one.id === id));
