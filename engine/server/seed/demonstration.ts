import type { CategoryDefinition, DemoDefinition, JsonObject } from '#core/model/index.ts';
import { addOrganisation, addStaff, register } from '#server/services/accounts/index.ts';
import { fireEvent, openCase } from '#server/services/cases/index.ts';
import { programmeView } from '#server/services/editions/index.ts';
import { initialPassword } from '#server/services/entry/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { cases, inTransaction, organisations, users } from '#server/store/index.ts';
import type { SeededAccount } from './account.ts';
import { addApplication } from './applications.ts';
import { type Stage, staffOf, step } from './stage.ts';

/** The accounts that a demonstration made, and the step at which it stopped. */
type Played = { accounts: SeededAccount[]; stopped?: Error };

/**
 * Runs a demonstration through the same use cases that people use: registers, approves, fills in, uploads and fires.
 * Where a step is refused it stops there and says so, in the sentence that `sentenceFor` has for the refusal; what was made
 * before is kept, and its accounts can log in.
 */
export async function playDemonstration(
  services: Services,
  sentenceFor: Stage['sentenceFor'],
): Promise<Played> {
  const edition = await services.editions.current();
  const { demo, programme } = edition.definition;
  if (!demo) return { accounts: [] };
  const seeded = programme.seed.organisations.map((one) => [one.id, one.id] as const);
  const stage: Stage = {
    services,
    sentenceFor,
    edition,
    demo,
    organisations: new Map(seeded),
    people: new Map(),
    accounts: [],
  };
  try {
    await play(stage);
    return { accounts: stage.accounts };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { accounts: stage.accounts, stopped: error };
  }
}

/** Throws where a step is refused, naming the step. */
async function play(stage: Stage): Promise<void> {
  const { demo } = stage;
  for (const one of demo.organisations) await step(stage, `organisation ${one.id}`, () => addOne(stage, one));
  for (const one of demo.people) await step(stage, `person ${one.id}`, () => addPerson(stage, one));
  for (const one of demo.applications)
    await step(stage, `application of ${one.person} (case ${one.case})`, () => addApplication(stage, one));
}

async function addOne(stage: Stage, one: DemoDefinition['organisations'][number]): Promise<void> {
  if (!one.created) return addRegistered(stage, one, (id) => stage.organisations.set(one.id, id));
  const { created } = one;
  const { services } = stage;
  const password = initialPassword();
  const passwordHash = await services.hasher.hash(password);
  const made = await inTransaction(services.db, async (tx) => {
    const parent = await organisations.get(tx, idOf(stage, one.under));
    const organisation = await addOrganisation(services, tx, parent, created);
    await addStaff(services, tx, organisation, { username: one.id, passwordHash, lasting: true });
    return organisation;
  });
  stage.organisations.set(one.id, made.id);
  const [user] = await users.ofOrganisation(services.db, made.id);
  stage.accounts.push({
    username: one.id,
    password,
    role: roleTitle(stage, user?.role ?? ''),
    organisation: made.name,
  });
}

async function addPerson(stage: Stage, one: DemoDefinition['people'][number]): Promise<void> {
  if (!one.role) return addRegistered(stage, one, (id) => stage.people.set(one.id, id));
  const { services } = stage;
  const password = initialPassword();
  const passwordHash = await services.hasher.hash(password);
  const unit = await organisations.get(services.db, idOf(stage, one.under));
  if (!unit) throw new Error(`nobody is "${one.under}"`);
  const id = await inTransaction(services.db, (tx) =>
    addStaff(services, tx, unit, { username: one.id, passwordHash, role: one.role, lasting: true }),
  );
  stage.people.set(one.id, id);
  stage.accounts.push({
    username: one.id,
    password,
    role: roleTitle(stage, one.role),
    organisation: unit.name,
  });
}

type Registered = { id: string; form: string; under: string; sections?: JsonObject };

/** Registers and has the registration approved by whoever holds it. */
async function addRegistered(stage: Stage, one: Registered, keep: (id: string) => void): Promise<void> {
  const { services } = stage;
  const form = stage.edition.categories[one.form]?.definition;
  if (!form?.account) throw new Error(`there is no account form "${one.form}"`);
  const [question] = (await programmeView(services)).password.questions;
  const password = initialPassword();
  const sections = withParent(one.sections ?? {}, form, idOf(stage, one.under));
  const answers = { question: question?.code ?? '', answer: one.id, sections };
  const { id } = await register(services, {
    form: one.form,
    username: one.id,
    password,
    address: `demo-${one.id}`,
    ...answers,
  });
  const record = await cases.get(services.db, id);
  if (!record) throw new Error('the registration is not there');
  keep(form.account.makes === 'person' ? (record.ownerUserId ?? '') : (record.ownerOrganisationId ?? ''));
  await approve(stage, id, idOf(stage, one.under));
  const unit = await organisations.get(services.db, record.ownerOrganisationId ?? record.unitId ?? '');
  stage.accounts.push({
    username: one.id,
    password,
    role: roleTitle(stage, form.account.role),
    organisation: unit?.name ?? '',
  });
}

/** The demonstration knows its own ids; the field that names the organisation takes the real one. */
function withParent(sections: JsonObject, form: CategoryDefinition, parentId: string): JsonObject {
  const [section = '', field = ''] = (form.account?.parent ?? '').split('/').slice(1);
  return { ...sections, [section]: { ...(sections[section] as JsonObject), [field]: parentId } };
}

/** Fires the primary event that the approving organisation is offered. */
async function approve(stage: Stage, caseId: string, organisationId: string): Promise<void> {
  const actor = await staffOf(stage, organisationId, 'accounts');
  const view = await openCase(stage.services, actor, caseId);
  const action = view.actions.find((one) => one.primary) ?? view.actions[0];
  if (!action) throw new Error('nobody is offered to approve it');
  await fireEvent(stage.services, actor, caseId, { event: action.event, version: view.version });
}

function idOf(stage: Stage, id: string): string {
  const organisation = stage.organisations.get(id);
  if (organisation === undefined) throw new Error(`no organisation "${id}" comes before it`);
  return organisation;
}

const roleTitle = ({ edition }: Stage, id: string): string =>
  edition.definition.programme.roles.find((role) => role.id === id)?.title ?? id;
