import { Readable } from 'node:stream';
import { mayWriteSome } from '#core/evaluate/index.ts';
import type { CompiledSection, DemoDefinition, JsonObject } from '#core/model/index.ts';
import { openCase as openExample } from '#core/validate/index.ts';
import {
  attachFile,
  batchView,
  fireBatch,
  fireEvent,
  openCase,
  saveSection,
  startApplication,
} from '#server/services/cases/index.ts';
import { type Actor, actorOf, Failure } from '#server/services/ground/index.ts';
import { cases, users } from '#server/store/index.ts';
import { sampleFile } from './sample-file.ts';
import { type Stage, staffOf, step } from './stage.ts';

/** An application from its example case: filled in, its evidence attached, its events fired. */
export async function addApplication(
  stage: Stage,
  one: DemoDefinition['applications'][number],
): Promise<void> {
  const { services, edition, demo } = stage;
  const definitions = edition.definition.cases;
  const definition = definitions.find((candidate) => candidate.id === one.case);
  if (!definition) throw new Error(`there is no case "${one.case}"`);
  const { application } = openExample(edition, definition, definitions);
  const applicant = await personOf(stage, demo, one.person);
  const { id } = await startApplication(services, applicant, application.category);
  await saveSections(stage, applicant, id, application.category, application.sections);
  for (const file of application.files) {
    const place = [file.section, file.row, file.slot].filter(Boolean).join('/');
    await step(stage, `file in the slot ${place}`, () =>
      attach(stage, applicant, id, application.category, file),
    );
  }
  for (const event of one.events)
    await step(stage, `event ${event.type} by ${event.by}`, () => fire(stage, applicant, id, event));
}

/** Who files: one of the people, or the staff of an organisation that files for itself. */
async function personOf(stage: Stage, demo: DemoDefinition, id: string): Promise<Actor> {
  const organisation = stage.organisations.get(id);
  if (!stage.people.has(id) && organisation !== undefined) return staffOf(stage, organisation, 'apply');
  const user = await users.get(stage.services.db, stage.people.get(id) ?? '');
  const actor = user && (await actorOf(stage.services, stage.services.db, user, null));
  if (!actor) throw new Error(`nobody is "${id}" of ${demo.people.length} people`);
  return actor;
}

/** What is the desks' to write is left to them. */
async function saveSections(
  stage: Stage,
  actor: Actor,
  caseId: string,
  category: string,
  sections: JsonObject,
): Promise<void> {
  const started = (await openCase(stage.services, actor, caseId)).sections;
  for (const section of inOrder(stage.edition.categories[category]?.sections ?? [])) {
    const { id } = section.definition;
    const value = sections[id];
    if (value === undefined || !mayWriteSome(section, 'applicant')) continue;
    const save = { caseId, section: id, version: started[id]?.version ?? 0, value };
    await step(stage, `section ${id}`, async () => {
      await saveSection(stage.services, actor, save).catch(passHidden);
    });
  }
}

/** What may be hidden comes last: the answers that show it are there by then. */
const inOrder = (sections: readonly CompiledSection[]): CompiledSection[] =>
  sections.toSorted((a, b) => Number(a.visible !== undefined) - Number(b.visible !== undefined));

/** The example may hold what is not asked of this person. */
function passHidden(error: unknown): void {
  if (!(error instanceof Failure) || error.code !== 'section-hidden') throw error;
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
    ...(row !== undefined && { row }),
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
