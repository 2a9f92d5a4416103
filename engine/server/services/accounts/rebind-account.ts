import type { AccountBinding, JsonObject } from '#core/model/index.ts';
import { textAt } from '#server/services/case/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { Failure } from '#server/services/ground/index.ts';
import { type CaseRecord, cases, organisations, type Tx, uniqueValues, users } from '#server/store/index.ts';
import { attributesOf } from './accounts.ts';
import { claimUnique } from './unique-claims.ts';

/**
 * Carries a correction of a registration over to the account that it made: name, attributes, unique values. Where it
 * hangs in the tree was fixed at registration and stays. Throws `parent-fixed`, `unique-taken`.
 */
export async function rebindAccount(
  services: Services,
  tx: Tx,
  record: CaseRecord,
  binding: AccountBinding,
  answers: { before: JsonObject; after: JsonObject },
): Promise<void> {
  const { before, after: sections } = answers;
  const fixed = [binding.parent, ...(binding.kind === undefined ? [] : [binding.kind])];
  if (fixed.some((at) => textAt(before, at) !== textAt(sections, at)))
    throw new Failure('conflict', 'parent-fixed');
  await uniqueValues.release(tx, record.id);
  await claimUnique(services, tx, { binding, sections }, record.id);
  const name = textAt(sections, binding.name) || record.name;
  const user = await users.byCase(tx, record.id);
  if (user) await users.update(tx, user.id, user.version, { name });
  const unit =
    record.ownerOrganisationId === null ? null : await organisations.get(tx, record.ownerOrganisationId);
  if (unit)
    await organisations.update(tx, unit.id, unit.version, {
      name,
      attributes: attributesOf(binding, sections),
    });
  if (name !== record.name) await rename(tx, record, name);
}

/** The registration and what its owner has filed are listed under the new name. */
async function rename(tx: Tx, record: CaseRecord, name: string): Promise<void> {
  await cases.update(tx, record, { name });
  const filed = record.ownerUserId === null ? [] : await cases.ofOwner(tx, record.ownerUserId, 'application');
  for (const one of filed) await cases.update(tx, one, { name });
}
