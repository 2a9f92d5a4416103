import { Readable } from 'node:stream';
import { mayWriteSome } from '../../core/evaluate/index.ts';
import type {
  CategoryDefinition,
  CompiledEdition,
  DemoDefinition,
  JsonObject,
} from '../../core/model/index.ts';
import { openCase as openExample } from '../../core/validate/index.ts';
import {
  type Actor,
  actorOf,
  addOrganisation,
  addStaff,
  attachFile,
  batchView,
  fireBatch,
  fireEvent,
  initialPassword,
  openCase,
  programmeView,
  register,
  type Services,
  saveSection,
  startApplication,
} from '../services/index.ts';
import { cases, inTransaction, organisations, users } from '../store/index.ts';
import type { SeededAccount } from './account.ts';
import { sampleFile } from './sample-file.ts';

/** What has been made so far, by the ids of the demonstration. */
type Stage = {
  services: Services;
  edition: CompiledEdition;
  demo: DemoDefinition;
  organisations: Map<string, string>;
  people: Map<string, string>;
  accounts: SeededAccount[];
};

/**
 * Plays a demonstration through the same use cases that people use: registers, approves, fills in, uploads and fires.
 * Gives the accounts that it made. Throws where a step is refused, naming the step.
 */
export async function playDemonstration(services: Services): Promise<SeededAccount[]> {
  const edition = await services.editions.current();
  const { demo, programme } = edition.definition;
  if (!demo) return [];
  const seeded = programme.seed.organisations.map((one) => [one.id, one.id] as const);
  const stage: Stage = {
    services,
    edition,
    demo,
    organisations: new Map(seeded),
    people: new Map(),
    accounts: [],
  };
  for (const one of demo.organisations) await step(`organisation ${one.id}`, () => addOne(stage, one));
  for (const one of demo.people) await step(`person ${one.id}`, () => addPerson(stage, one));
  for (const one of demo.applications)
    await step(`application of ${one.person}`, () => addApplication(stage, one));
  return stage.accounts;
}

async function step(what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    throw new Error(`The demonstration's ${what}: ${describe(cause)}`, { cause });
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!('details' in error)) return error.message;
  const { problems, message } = error.details as {
    problems?: { place: string; message: string; severity: string }[];
    message?: string;
  };
  const blocking = (problems ?? [])
    .filter((one) => one.severity === 'block')
    .map((one) => `${one.place} ${one.message}`);
  return [error.message, message, ...blocking].filter(Boolean).join('; ');
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

type Registered = { id: string; form: string; under: string; sections: JsonObject };

/** Registers and has the registration approved by whoever holds it. */
async function addRegistered(stage: Stage, one: Registered, keep: (id: string) => void): Promise<void> {
  const { services } = stage;
  const form = stage.edition.categories[one.form]?.definition;
  if (!form?.account) throw new Error(`there is no account form "${one.form}"`);
  const [question] = (await programmeView(services)).password.questions;
  const password = initialPassword();
  const sections = withParent(one.sections, form, idOf(stage, one.under));
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

async function addApplication(stage: Stage, one: DemoDefinition['applications'][number]): Promise<void> {
  const { services, edition, demo } = stage;
  const definitions = edition.definition.cases;
  const definition = definitions.find((candidate) => candidate.id === one.case);
  if (!definition) throw new Error(`there is no case "${one.case}"`);
  const { application } = openExample(edition, definition, definitions);
  const applicant = await personOf(stage, demo, one.person);
  const { id } = await startApplication(services, applicant, application.category);
  await fill(stage, applicant, id, application.category, application.sections);
  await Promise.all(
    application.files.map((file) => attach(stage, applicant, id, application.category, file)),
  );
  for (const event of one.events)
    await step(`event ${event.type} by ${event.by}`, () => fire(stage, applicant, id, event));
}

/** Who files: one of the people, or the staff of an organisation that files for itself. */
async function personOf(stage: Stage, demo: DemoDefinition, id: string): Promise<Actor> {
  const organisation = stage.organisations.get(id);
  if (!stage.people.has(id) && organisation !== undefined) return staffOf(stage, organisation, 'apply');
  const user = await users.get(stage.services.db, stage.people.get(id) ?? '');
  const actor = user && (await actorOf(stage.services, user, 'demonstration'));
  if (!actor) throw new Error(`nobody is "${id}" of ${demo.people.length} people`);
  return actor;
}

/** In the order of the form; sections that are the desks' to write are left to them. */
async function fill(
  stage: Stage,
  actor: Actor,
  caseId: string,
  category: string,
  sections: JsonObject,
): Promise<void> {
  const started = (await openCase(stage.services, actor, caseId)).sections;
  for (const section of stage.edition.categories[category]?.sections ?? []) {
    const { id } = section.definition;
    const value = sections[id];
    if (value === undefined || !mayWriteSome(section, 'applicant')) continue;
    await saveSection(stage.services, actor, {
      caseId,
      section: id,
      version: started[id]?.version ?? 0,
      value,
    });
  }
}

async function attach(
  stage: Stage,
  actor: Actor,
  caseId: string,
  category: string,
  file: { section: string; slot: string; row?: string },
): Promise<void> {
  const { section, slot, row } = file;
  const compiled = stage.edition.categories[category]?.bySection[section];
  const accept = compiled?.slots.find((one) => one.definition.id === slot)?.definition.accept ?? [
    'application/pdf',
  ];
  const { name, content } = sampleFile(accept);
  await attachFile(stage.services, actor, {
    caseId,
    section,
    slot,
    row,
    name,
    stream: Readable.from([content]),
  });
}

type Event = DemoDefinition['applications'][number]['events'][number];

async function fire(stage: Stage, applicant: Actor, caseId: string, event: Event): Promise<void> {
  const { services, edition } = stage;
  const record = await cases.get(services.db, caseId);
  if (!record) throw new Error('the case is gone');
  const actor =
    event.by === 'applicant'
      ? applicant
      : await staffOf(stage, record.context.desks[event.by] ?? '', 'review');
  if (edition.routes[record.route]?.definition.events[event.type]?.batch) {
    const request = { route: record.route, event: event.type };
    const { count } = await batchView(services, actor, request);
    await fireBatch(services, actor, { ...request, confirmCount: count, input: event.input });
    return;
  }
  await fireEvent(services, actor, caseId, {
    event: event.type,
    by: event.by,
    input: event.input,
    version: record.version,
  });
}

async function staffOf(
  stage: Stage,
  organisationId: string,
  ability: Actor['abilities'][number],
): Promise<Actor> {
  for (const user of await users.ofOrganisation(stage.services.db, organisationId)) {
    const actor = await actorOf(stage.services, user, 'demonstration');
    if (actor?.abilities.includes(ability)) return actor;
  }
  throw new Error(`nobody of organisation "${organisationId}" may ${ability}`);
}

function idOf(stage: Stage, id: string): string {
  const real = stage.organisations.get(id);
  if (real === undefined) throw new Error(`no organisation "${id}" comes before it`);
  return real;
}

const roleTitle = ({ edition }: Stage, id: string): string =>
  edition.definition.programme.roles.find((role) => role.id === id)?.title ?? id;
