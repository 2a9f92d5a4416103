import { atNoSection, evaluationOf, maySee, type ResolvedAnswers } from '#core/evaluate/index.ts';
import { applicantTitles } from '#core/form/index.ts';
import type { Facts, RuleData } from '#core/model/index.ts';
import type { ActionView, CaseView, EventView, StationView } from '#core/model/wire/index.ts';
import {
  actionsOf,
  deadlineOf,
  eventTitle,
  leavingLimits,
  stations,
  systemTitle,
  tagsOf,
  titleOf,
} from '#core/route/index.ts';
import {
  actionView,
  answersOf,
  bytesShown,
  desksNow,
  editingAs,
  type LoadedCase,
  loadCase,
  maskedFacts,
  maskedSections,
  needsWhole,
  recordReveal,
  seeCase,
  seenSections,
  seesPlace,
  toFileRef,
} from '#server/services/case/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { type CaseEvent, loading, readTogether, type Tx } from '#server/store/index.ts';
import { mayPrint } from './sheets/index.ts';

/**
 * A case opened for filling or for reading, as this person may see it. When sensitive answers of somebody else are
 * shown, the audit trail records it. Throws not-found for a case that is not theirs to see.
 */
export async function openCase(services: Services, actor: Actor, id: string): Promise<CaseView> {
  const tx = readTogether(services.db);
  const { record, roles } = await seeCase(services, tx, actor, id, { events: true });
  const loaded = await loadCase(services, tx, record);
  const { facts, resolved } = await answersOf(services, tx, loaded);
  const unit = record.unitId === null ? null : await loading.organisation(tx, record.unitId);
  const read = atNoSection(resolved);
  const data: RuleData = { ...read, desks: await desksNow(tx, loaded) };
  const whole = needsWhole(loaded, roles);
  if (whole) await recordReveal(services, tx, actor, { loaded, facts });
  return {
    id,
    subject: record.subject,
    name: record.name,
    organisation: unit?.name ?? '',
    category: record.category,
    categoryTitle: loaded.category.definition.title,
    edition: record.edition,
    state: loaded.state,
    stateTitle: titleOf(loaded.route, loaded.state),
    tags: tagsOf(loaded.route, loaded.state),
    version: record.version,
    roles,
    editingAs: await editingAs(services, record, roles),
    masked: !whole,
    facts: await maskedFacts(services, tx, actor, { loaded, facts, whole }),
    sections: seenSections(loaded, whole ? loaded.sections : maskedSections(loaded), roles),
    files: loaded.files.filter(({ section }) => seesPlace(loaded, `/${section}`, roles)).map(toFileRef),
    strikes: loaded.strikes.map(({ section, row }) => ({ section, row })),
    bytes: bytesOf(loaded, resolved),
    actions: roles.flatMap((by) => actionsFor(loaded, by, data)),
    events: await eventsOf(tx, loaded, roles),
    stations: await stationsOf(tx, loaded, facts, data),
    limits: limitsOf(loaded, data),
    sheets: (loaded.category.definition.sheets ?? []).flatMap((sheet) =>
      sheetView(loaded, sheet, read, roles),
    ),
  };
}

/** The events of single cases; batches have an address of their own. */
function actionsFor(loaded: LoadedCase, by: string, data: RuleData): ActionView[] {
  const offered = actionsOf(loaded.edition, loaded.record.route, loaded.state, by, data);
  const events = loaded.route.definition.events;
  return offered.flatMap((event) => {
    const definition = events[event];
    if (!definition || definition.batch) return [];
    const until = deadlineOf(loaded.edition, loaded.route, loaded.state, { type: event, by }, data);
    return [actionView(event, by, definition, until)];
  });
}

/** What is set aside takes none of the room: of sections that have files it is known which of their slots are shown. */
function bytesOf({ files, edition, category }: LoadedCase, resolved: ResolvedAnswers): CaseView['bytes'] {
  const { applicationBytes, fileBytes } = edition.definition.edition.quotas;
  const holding = category.sections.filter(({ id }) => files.some(({ section }) => section === id));
  const used = bytesShown(files, evaluationOf(resolved, holding));
  return { used, limit: applicationBytes, file: fileBytes };
}

function sheetView(loaded: LoadedCase, id: string, data: RuleData, roles: string[]): CaseView['sheets'] {
  const sheet = loaded.edition.sheets[id];
  if (!sheet || !mayPrint(loaded, sheet, data, roles)) return [];
  const { title, formats, settings = {}, frozenIn } = sheet;
  const more = {
    ...(Object.keys(settings).length > 0 && { settable: true }),
    ...(frozenIn && { freezes: true }),
  };
  return [{ id, title, formats, ...more }];
}

async function eventsOf(tx: Tx, loaded: LoadedCase, roles: string[]): Promise<EventView[]> {
  const all = await loading.events(tx, loaded.record.id);
  const list = all.filter((event) => seesEvent(loaded, event, roles));
  const names = await namesOf(tx, list);
  return list.map((event) => eventView(loaded, event, names, roles));
}

/** Whoever fired it finds it again. */
function seesEvent({ route }: LoadedCase, { event, by }: CaseEvent, roles: string[]): boolean {
  return roles.includes(by) || maySee(route.definition.events[event]?.visibleTo, roles);
}

/** Desks see who acted; the applicant sees which desk it was. */
function eventView(
  loaded: LoadedCase,
  event: CaseEvent,
  names: Map<string, string>,
  roles: string[],
): EventView {
  const { locale } = loaded.edition.definition.programme;
  const showsName = event.by === 'applicant' || roles.some((one) => one !== 'applicant');
  return {
    id: event.id,
    at: event.at,
    event: event.event,
    title: eventTitle(loaded.route.definition, event.event, locale),
    by: event.by,
    byTitle: titleOfActor(loaded, event.by),
    who: showsName ? (names.get(event.userId ?? '') ?? '') : '',
    organisation: names.get(event.organisationId ?? '') ?? null,
    round: event.round,
    input: event.input,
  };
}

/** The desk's title; who files is called what the programme calls those who register for it. */
function titleOfActor({ edition, route, category }: LoadedCase, by: string): string {
  if (by === 'system') return systemTitle(edition.definition.programme.locale);
  const desk = route.definition.desks[by];
  if (desk) return desk.title;
  const titles = by === 'applicant' ? applicantTitles(edition.definition, [category.definition]) : [];
  return titles.join(' / ') || by;
}

async function namesOf(tx: Tx, list: CaseEvent[]): Promise<Map<string, string>> {
  const named = await Promise.all([
    ...list.flatMap(({ organisationId }) => organisationId ?? []).map((id) => loading.organisation(tx, id)),
    ...list.flatMap(({ userId }) => userId ?? []).map((id) => loading.user(tx, id)),
  ]);
  return new Map(named.flatMap((one) => (one ? [[one.id, one.name]] : [])));
}

function limitsOf({ edition, route, state }: LoadedCase, data: RuleData): CaseView['limits'] {
  const { delays } = route.definition;
  return leavingLimits(edition, route, state, data).map(({ at, key }) => ({
    at,
    title: delays?.[key]?.title ?? null,
  }));
}

async function stationsOf(tx: Tx, loaded: LoadedCase, facts: Facts, data: RuleData): Promise<StationView[]> {
  const line = stations(loaded.route, loaded.state, facts.desks, data);
  const ids = line.flatMap((station) => station.organisations);
  const named = await Promise.all(ids.map((one) => loading.organisation(tx, one)));
  const names = new Map(named.flatMap((one) => (one ? [[one.id, one.name]] : [])));
  return line.map(({ title, status, organisations: held }) => ({
    title,
    status,
    organisations: held.flatMap((one) => names.get(one) ?? []),
    since: status === 'current' ? loaded.state.context.enteredAt : null,
  }));
}
