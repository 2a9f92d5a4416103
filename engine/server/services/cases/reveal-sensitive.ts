import { pointer, segmentsOf, valueAt } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';
import type { SensitivePlace, SensitiveValue } from '#core/model/wire/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import {
  abilityOver,
  answersOf,
  changeSensitive,
  loadCase,
  seeCase,
  seesPlace,
} from '#server/services/case/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { type Actor, asActor, can, notFound } from '#server/services/ground/index.ts';
import { cases, type Tx, users } from '#server/store/index.ts';

/** `path` is a pointer inside the section, as in `/number`. */
type Reveal = SensitivePlace & { caseId: string };

const MARK = '\u0000sensitive';

/**
 * One sensitive value of a case, typed in or derived, whole, for whoever may review it; each reveal is recorded in the audit trail. A section
 * that the form does not have is looked for in the applicant's registration. Throws not-found for anything else.
 */
export async function revealSensitive(
  services: Services,
  actor: Actor,
  asked: Reveal,
): Promise<SensitiveValue> {
  return asActor(services, actor, async (tx) => {
    const { record, roles } = await seeCase(services, tx, actor, asked.caseId);
    const isOwn = record.ownerUserId === actor.userId;
    if (!isOwn && !can(actor, abilityOver(record))) throw notFound();
    const value = await sensitiveValue(services, tx, record.id, asked, roles);
    const detail = { section: asked.section, path: asked.path };
    await recordAudit(services, tx, actor, { action: 'look', subject: record.id, detail });
    return { value };
  });
}

async function sensitiveValue(
  services: Services,
  tx: Tx,
  caseId: string,
  asked: Reveal,
  roles: string[],
): Promise<Json> {
  const record = await cases.get(tx, caseId);
  if (!record) throw notFound();
  const loaded = await loadCase(services, tx, record);
  const section = loaded.category.bySection[asked.section];
  if (!section) {
    const owner = record.ownerUserId === null ? null : await users.get(tx, record.ownerUserId);
    if (record.subject === 'account' || !owner?.caseId) throw notFound();
    return sensitiveValue(services, tx, owner.caseId, asked, roles);
  }
  if (!seesPlace(loaded, pointer(asked.section) + asked.path, roles)) throw notFound();
  const { resolved } = await answersOf(services, tx, loaded);
  const value = valueAt(resolved.values, [asked.section]) ?? null;
  const marked = changeSensitive(section.definition, value, () => MARK);
  if (valueAt(marked, segmentsOf(asked.path)) !== MARK) throw notFound();
  return valueAt(value, segmentsOf(asked.path)) ?? null;
}
