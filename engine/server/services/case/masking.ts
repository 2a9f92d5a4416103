import { isDeepStrictEqual } from 'node:util';
import { categoryOf } from '#core/compile/index.ts';
import type { Facts, JsonObject } from '#core/model/index.ts';
import type { SectionRecord } from '#core/model/wire/index.ts';
import { holdersOf, writersOf } from '#core/route/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { asActor } from '#server/services/ground/index.ts';
import { loading, type Tx } from '#server/store/index.ts';
import type { LoadedCase } from './loaded-case.ts';
import { changeAllSensitive, changeSensitive, mask } from './sealing.ts';

/** Whether these roles need sensitive answers whole: who fills the case in, and a desk that decides on it or corrects it. */
export function needsWhole(loaded: LoadedCase, roles: string[]): boolean {
  if (roles.includes('applicant')) return true;
  const readers = [...holdersOf(loaded.route, loaded.state), ...writersOf(loaded.route, loaded.state)];
  return roles.some((one) => readers.includes(one));
}

/** The answers with sensitive values masked. */
export function maskedSections(loaded: LoadedCase): Record<string, SectionRecord> {
  const masked = Object.entries(loaded.sections).map(([id, record]) => {
    const section = loaded.category.bySection[id];
    const value = section ? changeSensitive(section.definition, record.value, mask) : record.value;
    return [id, { ...record, value }] as const;
  });
  return Object.fromEntries(masked);
}

/** What rules read about applicant and organisation, masked as far as this person does not need it. */
export async function maskedFacts(
  services: Services,
  tx: Tx,
  actor: Actor,
  { loaded, facts, whole }: { loaded: LoadedCase; facts: Facts; whole: boolean },
): Promise<Facts> {
  const { ownerUserId, unitId, subject } = loaded.record;
  const owner = ownerUserId === null || subject === 'account' ? null : await loading.user(tx, ownerUserId);
  const unit = unitId === null ? null : await loading.organisation(tx, unitId);
  const ofUnit = unitId !== null && actor.organisationId === unitId && !actor.isPerson;
  return {
    ...facts,
    applicant: whole
      ? facts.applicant
      : await maskedAnswers(services, tx, owner?.caseId ?? null, facts.applicant),
    unit: ofUnit ? facts.unit : await maskedAnswers(services, tx, unit?.caseId ?? null, facts.unit),
  };
}

/** Records in the audit trail that sensitive answers of somebody else are shown whole, where the case has any. */
export async function recordReveal(
  services: Services,
  tx: Tx,
  actor: Actor,
  { loaded, facts }: { loaded: LoadedCase; facts: Facts },
): Promise<void> {
  if (loaded.record.ownerUserId === actor.userId) return;
  const { applicant } = await maskedFacts(services, tx, actor, { loaded, facts, whole: false });
  if (isDeepStrictEqual([maskedSections(loaded), applicant], [loaded.sections, facts.applicant])) return;
  await asActor(
    services,
    actor,
    (own) => recordAudit(services, own, actor, { action: 'look', subject: loaded.record.id }),
    { holdTrail: true },
  );
}

/** Answers of a registration, masked as its own form says. */
async function maskedAnswers(
  services: Services,
  tx: Tx,
  registration: string | null,
  answers: JsonObject,
): Promise<JsonObject> {
  const record = registration === null ? null : await loading.case(tx, registration);
  if (!record) return answers;
  const { definition } = categoryOf(await services.editions.get(record.edition), record.category);
  return { ...answers, ...changeAllSensitive(definition, answers, mask) };
}
