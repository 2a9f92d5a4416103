import type { CreatedOrganisation, NewOrganisation } from '#core/model/wire/index.ts';
import { cleanLine } from '#core/text/index.ts';
import { newId } from '#server/crypto/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import { kindOf, serves } from '#server/services/case/index.ts';
import { initialPassword } from '#server/services/entry/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { asActor, Failure } from '#server/services/ground/index.ts';
import { type Organisation, organisations, type Tx } from '#server/store/index.ts';
import { addStaff } from './staff.ts';

/**
 * Creates an organisation directly below the actor's, of a kind that theirs may create, with its first user. Gives
 * the initial password, which must be changed at the first login. Throws `kind-not-allowed`, `username-taken`.
 */
export async function createChild(
  services: Services,
  actor: Actor,
  request: NewOrganisation,
): Promise<CreatedOrganisation> {
  const password = initialPassword();
  const passwordHash = await services.hasher.hash(password);
  return asActor(services, actor, async (tx) => {
    const parent = actor.organisationId === null ? null : await organisations.lock(tx, actor.organisationId);
    if (!parent || !(await serves(tx, parent))) throw new Failure('conflict', 'parent-unavailable');
    const edition = await services.editions.current();
    if (!kindOf(edition, parent.kind)?.creates?.includes(request.kind))
      throw new Failure('invalid', 'kind-not-allowed');
    const organisation = await addOrganisation(services, tx, parent, {
      kind: request.kind,
      name: request.name,
    });
    const user = await addStaff(services, tx, organisation, { username: request.username, passwordHash });
    await recordAudit(services, tx, actor, {
      action: 'create-organisation',
      subject: organisation.id,
      detail: { kind: request.kind },
    });
    return { organisation: organisation.id, id: user, username: request.username, password };
  });
}

/**
 * Adds an organisation that the programme begins with, under the one that it names. Gives null where that one is no more.
 */
export async function addSeeded(
  services: Services,
  tx: Tx,
  { parent, ...one }: { id: string; kind: string; name: string; parent?: string },
): Promise<Organisation | null> {
  if (parent === undefined) return addOrganisation(services, tx, null, one);
  const above = await organisations.get(tx, parent);
  return above && addOrganisation(services, tx, above, one);
}

/** Adds an approved organisation below another, or a root. Throws `kind-not-allowed` for a kind that there is not. */
export async function addOrganisation(
  services: Services,
  tx: Tx,
  parent: Organisation | null,
  { id = newId(), kind: kindId, name }: { id?: string; kind: string; name: string },
): Promise<Organisation> {
  const edition = await services.editions.current();
  const kind = kindOf(edition, kindId);
  if (!kind) throw new Failure('invalid', 'kind-not-allowed');
  return organisations.create(tx, {
    id,
    kind: kindId,
    name: cleanLine(name),
    parentId: parent?.id ?? null,
    level: kind.level,
    status: 'active',
    caseId: null,
    attributes: {},
    createdAt: services.clock().toISOString(),
  });
}
