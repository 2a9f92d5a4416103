import {
  type Evaluation,
  evaluateSection,
  keepUnwritable,
  mayWriteSome,
  seenValue,
} from '#core/evaluate/index.ts';
import { changesBetween, isObject } from '#core/json/index.ts';
import type { AnswerProblem, Application, CompiledSection, Facts, Json } from '#core/model/index.ts';
import type { SectionRecord, SectionSave } from '#core/model/wire/index.ts';
import { normaliseSection } from '#core/normalise/index.ts';
import { checkForeign, checkShape, validate } from '#core/validate/index.ts';
import { rebindAccount } from '#server/services/accounts/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import {
  answersOf,
  applicationOf,
  changeSensitive,
  editingAs,
  factsOf,
  hasPlace,
  type LoadedCase,
  listAgain,
  loadCase,
  mask,
  passGate,
  seeCase,
  seesPlace,
  withRowIds,
} from '#server/services/case/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import {
  Failure,
  forbidden,
  invalid,
  notFound,
  stale,
  withContentCleanup,
} from '#server/services/ground/index.ts';
import { caseSections, files, type Tx } from '#server/store/index.ts';
import { refuseLocked } from './locked.ts';

type Save = SectionSave & { caseId: string; section: string };

/**
 * Saves one section at the version that it was read at. Fields that are not this person's to write keep what is
 * stored, derived ones are computed, rows without an id get one, files of deleted rows are deleted.
 * Throws: not-found, `not-editable`, `section-hidden`, `section-locked`, `stale` with what is stored now, `invalid` for answers of a wrong
 * shape. A draft may hold what cannot be read yet; what a desk corrects, or an account is made of, may not.
 */
export async function saveSection(services: Services, actor: Actor, save: Save): Promise<SectionRecord> {
  return withContentCleanup(services, actor, async (tx, orphanedHashes) => {
    const { record, roles } = await seeCase(services, tx, actor, save.caseId, { lock: true });
    if (record.round > 0) await passGate(tx, record);
    const loaded = await loadCase(services, tx, record);
    const section = loaded.category.bySection[save.section];
    if (!section) throw notFound();
    const by = await editingAs(services, record, roles);
    if (by === null) throw roles.length === 0 ? forbidden() : new Failure('conflict', 'not-editable');
    if (!mayWriteSome(section, by) || !seesPlace(loaded, `/${save.section}`, roles)) throw forbidden();
    return storeSection(services, tx, actor, { loaded, section, by, roles, save, orphanedHashes });
  });
}

type Writing = {
  loaded: LoadedCase;
  section: CompiledSection;
  by: string;
  roles: string[];
  save: Save;
  orphanedHashes: string[];
};

async function storeSection(
  services: Services,
  tx: Tx,
  actor: Actor,
  writing: Writing,
): Promise<SectionRecord> {
  const { loaded, section, by, roles, save } = writing;
  const seen = (record: SectionRecord): SectionRecord => ({
    ...record,
    value: seenValue(section, record.value, roles),
  });
  const stored = loaded.sections[save.section];
  if ((stored?.version ?? 0) !== save.version)
    throw stale(stored ? seen(stored) : { version: 0, value: null });
  const value = await acceptable(services, tx, writing);
  const savedAt = services.clock().toISOString();
  const sealed = changeSensitive(section.definition, value, services.secrets.seal);
  const row = { caseId: loaded.record.id, section: save.section, value: sealed, savedAt };
  if (!(await caseSections.save(tx, row, save.version, { isNew: !stored })))
    throw stale(stored && seen(stored));
  await dropFilesOfLostRows(tx, writing, value);
  const saved = { value, version: save.version + 1, savedAt };
  const now = { ...loaded, sections: { ...loaded.sections, [save.section]: saved } };
  await listAgain(services, tx, loaded, now);
  await carryOver(services, tx, loaded, now);
  if (by !== 'applicant') await recordCorrection(services, tx, actor, writing, value);
  return seen(saved);
}

/** A change of a registration changes the account too. */
async function carryOver(services: Services, tx: Tx, loaded: LoadedCase, now: LoadedCase): Promise<void> {
  const binding = loaded.category.definition.account;
  if (!binding) return;
  const { values: before } = (await answersOf(services, tx, loaded)).resolved;
  const { values: after } = (await answersOf(services, tx, now)).resolved;
  await rebindAccount(services, tx, loaded.record, binding, { before, after });
}

/** The value as it may be stored; throws the problems of its shape. */
async function acceptable(services: Services, tx: Tx, { loaded, section, by, save }: Writing): Promise<Json> {
  const sent = withRowIds(section, normaliseSection(section, save.value));
  const isDraft = by === 'applicant' && loaded.category.definition.account === undefined;
  const problems = checkShape(loaded.edition, section, sent, isDraft);
  if (problems.some((problem) => problem.severity === 'block')) throw invalid(problems);
  const stored = loaded.sections[save.section]?.value;
  const before = stored === undefined ? stored : normaliseSection(section, stored);
  const foreign = checkForeign(loaded.edition, section, { stored: before, value: sent, by });
  if (foreign.length > 0) throw invalid(foreign);
  const application = applicationOf(loaded);
  const asSent = { ...application, sections: { ...application.sections, [save.section]: sent } };
  const facts = await factsOf(services, tx, loaded);
  const evaluated = (one: Application): Evaluation => evaluateSection(loaded.edition, section, one, facts);
  const evaluation = evaluated(asSent);
  if (section.readOnly) refuseLocked(evaluated(application), section);
  if (evaluation.sections[save.section]?.visible !== true)
    throw new Failure('conflict', 'section-hidden', { params: { title: section.definition.title } });
  if (loaded.record.subject === 'account' && by !== 'applicant')
    refuseNewFaults(loaded, application, asSent, facts);
  return keepUnwritable(section, stored, sent, by, evaluation);
}

/** An account is at work while it is corrected: a correction may leave what was wrong, and bring in nothing wrong. */
function refuseNewFaults(
  { edition }: LoadedCase,
  before: Application,
  after: Application,
  facts: Facts,
): void {
  const key = ({ path, code, rule }: AnswerProblem): string => [path, code, rule ?? ''].join('\n');
  const known = new Set(validate(edition, before, facts).map(key));
  const brought = validate(edition, after, facts).filter(
    (one) => one.severity === 'block' && !known.has(key(one)),
  );
  if (brought.length > 0) throw invalid(brought);
}

async function dropFilesOfLostRows(
  tx: Tx,
  { loaded, section, orphanedHashes }: Writing,
  value: Json,
): Promise<void> {
  const { id: name, kind } = section.definition;
  if (kind !== 'table') return;
  const rows = Array.isArray(value) ? value.filter(isObject) : [];
  const kept = new Set(rows.map((row) => row.id));
  const lost = loaded.files.filter(
    (one) => one.section === name && one.row !== null && !kept.has(one.row) && hasPlace(loaded, one),
  );
  for (const { id, sha256 } of lost) if (await files.remove(tx, id)) orphanedHashes.push(sha256);
}

/** A desk's correction is recorded with what it changed, from what and into what; sensitive values are masked. */
async function recordCorrection(
  services: Services,
  tx: Tx,
  actor: Actor,
  { loaded, section, by, save }: Writing,
  value: Json,
): Promise<void> {
  const before = loaded.sections[save.section]?.value ?? null;
  const masked = (one: Json): Json => changeSensitive(section.definition, one, mask);
  const changes = changesBetween(before, value, { before: masked(before), after: masked(value) });
  await recordAudit(services, tx, actor, {
    action: 'correct',
    subject: loaded.record.id,
    detail: { by, section: save.section, round: loaded.record.round },
    personal: { changes },
  });
}
