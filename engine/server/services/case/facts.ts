import { moveAnswers } from '#core/change/index.ts';
import { categoryOf } from '#core/compile/index.ts';
import { type ResolvedAnswers, resolveAnswers } from '#core/evaluate/index.ts';
import type { CycleWindow } from '#core/form/index.ts';
import type {
  Application,
  CaseContext,
  CompiledEdition,
  CycleDefinition,
  Facts,
  JsonObject,
} from '#core/model/index.ts';
import { caseFactsOf, resolveDesks, titleOf } from '#core/route/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { ownTurn, zoned } from '#server/services/ground/index.ts';
import { type CaseRecord, loading, type Organisation, type Tx } from '#server/store/index.ts';
import { applicationOf, type LoadedCase, loadCase, storedAnswers } from './loaded-case.ts';
import { namesOf } from './names.ts';
import { othersOf } from './others.ts';
import { toNode, treeFrom } from './tree.ts';

/** A case's answers as they are read, and what they were read with. */
export type CaseAnswers = { application: Application; facts: Facts; resolved: ResolvedAnswers };

/**
 * The one door to the answers of a case: hidden ones left out, derived ones put in. Whoever shows, counts, exports or
 * decides by answers takes them from here (`resolved.values`); what is stored is only for whoever writes it anew.
 */
export async function answersOf(services: Services, tx: Tx, loaded: LoadedCase): Promise<CaseAnswers> {
  const application = applicationOf(loaded);
  const facts = await factsOf(services, tx, loaded);
  return { application, facts, resolved: resolveAnswers(loaded.edition, application, facts) };
}

/**
 * What rules of this case read besides its answers, at this moment. `desks` are those that it was handed in to.
 * Whoever asks is about to evaluate, and gets a turn of their own for it.
 */
export async function factsOf(services: Services, tx: Tx, loaded: LoadedCase): Promise<Facts> {
  const facts = await factsWith(
    services,
    tx,
    loaded,
    await peopleOf(services, tx, loaded.record, loaded.edition),
  );
  await ownTurn();
  return facts;
}

/** A case as far as facts are about it. */
type AskedCase = Pick<LoadedCase, 'record' | 'edition' | 'category' | 'route' | 'state'>;
type People = Pick<Facts, 'applicant' | 'unit'>;

/** The same where applicant and organisation are known already, and without a turn: for long lists. */
export async function factsWith(
  services: Services,
  tx: Tx,
  asked: AskedCase,
  people: People,
  { others = true } = {},
): Promise<Facts> {
  const { record, edition, route, state } = asked;
  return {
    ...people,
    ...(await timesOf(services, tx, edition)),
    ended: await services.editions.ended(edition),
    desks: state.context.round > 0 ? state.context.desks : await desksNow(tx, asked),
    case: { ...caseFactsOf(route, state), ...(await namesOf(tx, asked)) },
    stateTitle: titleOf(route, state),
    others: others ? await othersOf(services, tx, record, edition) : [],
  };
}

/** The answers of the registration behind a case, and of the organisation that it is filed from. */
async function peopleOf(
  services: Services,
  tx: Tx,
  record: CaseRecord,
  edition: CompiledEdition,
): Promise<People> {
  const ownerId = record.subject === 'account' ? null : record.ownerUserId;
  // Step by step for both, so that each step asks the database once.
  const [owner, unit] = await Promise.all([
    ownerId === null ? null : loading.user(tx, ownerId),
    record.unitId === null ? null : loading.organisation(tx, record.unitId),
  ]);
  const [applicant, registered] = await Promise.all([
    registrationOf(services, tx, owner?.caseId ?? null, edition),
    registrationOf(services, tx, unit?.caseId ?? null, edition),
  ]);
  return { applicant, unit: unit === null ? {} : await unitFacts(tx, unit, registered) };
}

/**
 * The answers of a registration by section, as they are read; empty where there is none. Registrations never end: an
 * edition that calls something otherwise than the one that they were made under reads them by its own names.
 */
export async function registrationOf(
  services: Services,
  tx: Tx,
  caseId: string | null,
  reader: CompiledEdition,
): Promise<JsonObject> {
  if (caseId === null) return {};
  const read = (): Promise<Registration> => readRegistration(services, tx, caseId);
  const { answers, record } = await (tx.memory?.derived(`registration ${caseId}`, read) ?? read());
  const steps = record && services.editions.steps(record.edition, reader.hash);
  return steps && steps.length > 0 ? moveAnswers(answers, steps, record.category).answers : answers;
}

/** As it was made. */
type Registration = { answers: JsonObject; record: CaseRecord | null };

async function readRegistration(services: Services, tx: Tx, caseId: string): Promise<Registration> {
  const record = await loading.case(tx, caseId);
  return { answers: record ? await answersAsRead(services, tx, record) : {}, record };
}

async function answersAsRead(services: Services, tx: Tx, record: CaseRecord): Promise<JsonObject> {
  // Where nothing hides or computes, what is stored is what is read, and nobody above has to be asked.
  const { steps } = categoryOf(await services.editions.get(record.edition), record.category);
  if (steps.length === 0) return storedAnswers(services, tx, record);
  return (await answersOf(services, tx, await loadCase(services, tx, record))).resolved.values;
}

/** What rules read as `unit`: the registration's sections, the attributes, and what the engine knows. */
export async function unitOf(
  services: Services,
  tx: Tx,
  id: string | null,
  reader: CompiledEdition,
): Promise<JsonObject> {
  const unit = id === null ? null : await loading.organisation(tx, id);
  if (!unit) return {};
  return unitFacts(tx, unit, await registrationOf(services, tx, unit.caseId, reader));
}

/** The same of an organisation whose registration was read already. */
export async function unitFacts(tx: Tx, unit: Organisation, registered: JsonObject): Promise<JsonObject> {
  return { ...registered, ...(await nodeOf(tx, unit)) };
}

/** The part of `unit` that the engine knows without the registration: the attributes, what it is, and what is above. */
export async function nodeOf(tx: Tx, unit: Organisation): Promise<JsonObject> {
  const above = unit.parentId === null ? null : await loading.organisation(tx, unit.parentId);
  return { ...toNode(unit), parent: above && { kind: above.kind, name: above.name } };
}

type Times = Pick<Facts, 'cycle' | 'now'>;

/** The cycle as it is open now, and now, in the programme's time zone. */
export function timesOf(services: Services, tx: Tx, edition: CompiledEdition): Promise<Times> {
  const read = (): Promise<Times> => readTimes(services, tx, edition);
  return tx.memory?.derived(`times ${edition.hash}`, read) ?? read();
}

async function readTimes(services: Services, tx: Tx, edition: CompiledEdition): Promise<Times> {
  const { programme } = edition.definition;
  const cycle = cycleWithin(edition, await services.editions.window(tx, edition));
  return { cycle, now: zoned(services.clock(), programme.timeZone) };
}

const CYCLES = new WeakMap<CompiledEdition, CycleDefinition>();

/** The same object as long as the window is the same: what was made of it is found again. */
function cycleWithin(edition: CompiledEdition, window: CycleWindow): CycleDefinition {
  const known = CYCLES.get(edition);
  const isSame = known && WINDOW.every((key) => known[key] === window[key]);
  if (isSame) return known;
  const cycle = { ...edition.definition.edition.cycle, ...window };
  CYCLES.set(edition, cycle);
  return cycle;
}

const WINDOW = ['opensAt', 'closesAt', 'returnedUntil'] as const;

/** The organisation of each desk if the case were handed in now. */
export async function desksNow(
  tx: Tx,
  loaded: Pick<LoadedCase, 'record' | 'edition' | 'route'>,
): Promise<CaseContext['desks']> {
  const { record, edition, route } = loaded;
  if (record.unitId === null) return {};
  const tree = await treeFrom(tx, record.unitId, route);
  return resolveDesks(edition, route.definition, record.unitId, tree);
}
