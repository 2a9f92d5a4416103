import { categoryOf, routeOf } from '#core/compile/index.ts';
import { bareFacts, resolveCategory } from '#core/evaluate/index.ts';
import type { Application, CompiledEdition, Json, JsonObject } from '#core/model/index.ts';
import type { RosterCase } from '#server/print/index.ts';
import {
  changeSensitive,
  factsWith,
  type LoadedCase,
  registrationOf,
  rolesOver,
  seenApplication,
  toFileRef,
  unitFacts,
} from '#server/services/case/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import {
  breathe,
  type CaseRecord,
  loading,
  type ReadForm as Read,
  readAnswers,
  readHeads,
  readTogether,
  type Tx,
} from '#server/store/index.ts';
import { type ReadForm, type RosterPlan, reads, readsItself } from './roster-plan.ts';

/** Who reads the roster, and what of each case. */
export type Reader = { services: Services; actor: Actor; plan: RosterPlan };
export type Found = { id: string; one: RosterCase };

/** What was read of some cases: their answers and those of registrations, as text. */
type Batch = {
  tx: Tx;
  records: CaseRecord[];
  owners: Map<string, string | null>;
  answers: Map<string, Read>;
};

/**
 * These cases in this order, read by two statements, and evaluated as far as the roster reads them; those that are gone
 * are left out. Each case may wait a turn of the event loop.
 */
export async function* rosterCases(reader: Reader, ids: string[]): AsyncGenerator<Found> {
  const batch = await readBatch(reader, ids);
  for (const record of batch.records) {
    await breathe();
    yield { id: record.id, one: await rosterCase(reader, batch, record) };
  }
}

async function readBatch({ services, plan }: Reader, ids: string[]): Promise<Batch> {
  const tx = readTogether(services.db);
  const heads = await readHeads(tx, ids);
  const records = ids.flatMap((id) => heads.records.get(id) ?? []);
  const units = await unitsOf(tx, records);
  const registrations = [...heads.registrations.values(), ...units].filter((id) => id !== null);
  const answers = await readAnswers(tx, [
    { ids: records.map(({ id }) => id), sections: plan.sections, files: plan.files },
    ...(plan.registered.length === 0
      ? []
      : [{ ids: [...new Set(registrations)], sections: plan.registered, files: false }]),
  ]);
  return { tx, records, owners: heads.registrations, answers };
}

/** The registrations of the organisations from which the cases are filed. These and those above are remembered then. */
async function unitsOf(tx: Tx, records: CaseRecord[]): Promise<(string | null)[]> {
  const ids = [...new Set(records.flatMap(({ unitId }) => unitId ?? []))];
  const units = await Promise.all(ids.map((id) => loading.organisation(tx, id)));
  const above = new Set(units.flatMap((unit) => unit?.parentId ?? []));
  await Promise.all([...above].map((id) => loading.organisation(tx, id)));
  return units.map((unit) => unit?.caseId ?? null);
}

/** Only what this person may see of the case. */
async function rosterCase(reader: Reader, batch: Batch, record: CaseRecord): Promise<RosterCase> {
  const { services, actor, plan } = reader;
  const edition = await services.editions.get(record.edition);
  const category = categoryOf(edition, record.category);
  const part = plan.caseForm(edition, record.category);
  const state = { value: record.state, context: record.context };
  const asked = { record, edition, category, route: routeOf(edition, record.route), state };
  const facts = await factsWith(services, batch.tx, asked, await peopleOf(reader, batch, asked, part), {
    others: reads(part, 'others'),
  });
  const application = applicationOf(services, part, record.category, batch.answers.get(record.id));
  return {
    application: seenApplication({ category }, application, rolesOver(actor, record, false)),
    facts,
    edition,
    form: part.form,
  };
}

async function peopleOf(
  reader: Reader,
  batch: Batch,
  { record, edition }: Pick<LoadedCase, 'record' | 'edition'>,
  part: ReadForm,
): Promise<Pick<RosterCase['facts'], 'applicant' | 'unit'>> {
  const owner = record.subject === 'account' ? null : record.ownerUserId;
  const unit =
    record.unitId === null || !reads(part, 'unit')
      ? null
      : await loading.organisation(batch.tx, record.unitId);
  const registration = owner === null || !reads(part, 'applicant') ? null : (batch.owners.get(owner) ?? null);
  return {
    applicant: await registered(reader, batch, registration, edition),
    unit:
      unit === null
        ? {}
        : await unitFacts(batch.tx, unit, await registered(reader, batch, unit.caseId, edition)),
  };
}

/** A registration as far as it is read; where other things than its own answers have a part in that, as ever. */
async function registered(
  { services, plan }: Reader,
  batch: Batch,
  id: string | null,
  asking: CompiledEdition,
): Promise<JsonObject> {
  const read = id === null ? undefined : batch.answers.get(id);
  if (id === null || read === undefined) return {};
  const edition = await services.editions.get(read.edition);
  const part = plan.registration(edition, read.category);
  const isRenamed = (services.editions.steps(read.edition, asking.hash) ?? []).length > 0;
  if (isRenamed || !readsItself(part)) return registrationOf(services, batch.tx, id, asking);
  const resolve = async (): Promise<JsonObject> => ownAnswers(services, edition, part, read);
  return batch.tx.memory?.derived(`read ${id}`, resolve) ?? resolve();
}

function ownAnswers(services: Services, edition: CompiledEdition, part: ReadForm, read: Read): JsonObject {
  const application = applicationOf(services, part, read.category, read);
  if (part.steps.length === 0) return application.sections;
  return resolveCategory(edition, part.form, application, bareFacts(edition, '')).values;
}

/** The answers that are read, sensitive ones opened. */
function applicationOf(services: Services, { opened }: ReadForm, category: string, read?: Read): Application {
  const values: JsonObject = {};
  for (const section of opened) {
    const text = read?.sections.get(section.id);
    if (text === undefined) continue;
    values[section.id] = changeSensitive(section, JSON.parse(text) as Json, services.secrets.open);
  }
  return { category, sections: values, files: (read?.files ?? []).map(toFileRef), strikes: [] };
}
