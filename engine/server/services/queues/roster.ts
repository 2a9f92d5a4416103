import type { Writable } from 'node:stream';
import { atNoSection, resolveAnswers } from '#core/evaluate/index.ts';
import type { CompiledEdition, Json, JsonObject, Logic, RosterDefinition } from '#core/model/index.ts';
import { filterChoices, inGroups, type RosterCase, writeRoster } from '#server/print/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import {
  applicationOf,
  factsOf,
  holds,
  loadCase,
  rolesOver,
  seenApplication,
} from '#server/services/case/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { asActor, Failure, notFound } from '#server/services/ground/index.ts';
import {
  breathe,
  type CaseRecord,
  cases,
  positions,
  type QueueKey,
  readTogether,
  type Tx,
} from '#server/store/index.ts';
import { queueKey } from './queue-page.ts';

const PAGE = 200;

/** `filters` holds wanted values by the roster's filter ids. */
type RosterRequest = { roster: string; queue: string; cycle?: string; filters: Record<string, string> };

/** Who reads the roster. */
type Reader = { services: Services; actor: Actor };

type RosterFile = { name: string; write: (stream: Writable) => Promise<number> };

/**
 * A queue of my organisation as an Excel file, written as it is read. Recorded in the audit trail before the first
 * byte. Throws not-found for a roster that there is not or that does not cover the queue, `unknown-filter` for a
 * filter that the roster does not have, or a value that is none of its choices.
 */
export async function roster(services: Services, actor: Actor, request: RosterRequest): Promise<RosterFile> {
  const { edition, definition } = await rosterOf(services, request);
  const key = await queueKey(services, actor, { ...request, route: definition.route });
  const detail: JsonObject = {
    queue: request.queue,
    cycle: key.cycle,
    filters: recordable(edition, definition, request.filters),
  };
  await asActor(services, actor, (tx) =>
    recordAudit(services, tx, actor, { action: 'export', subject: request.roster, detail }),
  );
  const reader = { services, actor };
  const found = (): AsyncGenerator<Found> => casesIn(reader, key, { edition, definition }, request.filters);
  const rows = definition.subtotalBy === undefined ? plain(found()) : grouped(reader, definition, found());
  return { name: `${definition.id}.xlsx`, write: (stream) => writeRoster(stream, edition, definition, rows) };
}

type RosterOfEdition = { edition: CompiledEdition; definition: RosterDefinition };

/** The roster as the serving edition has it, or as the asked cycle's does. */
async function rosterOf(
  services: Services,
  { roster: id, queue, cycle }: RosterRequest,
): Promise<RosterOfEdition> {
  const cycles = await services.editions.cycles();
  const asked = cycles.find((one) => (cycle === undefined ? one.serving : one.cycle === cycle));
  const edition = asked?.editions[0];
  const definition = edition?.rosters[id];
  if (!edition || !definition?.queues.includes(queue)) throw notFound();
  return { edition, definition };
}

type Found = { id: string; one: RosterCase };

async function* plain(found: AsyncIterable<Found>): AsyncGenerator<RosterCase> {
  for await (const { one } of found) yield one;
}

/** A queue stands by time; sums need equal groups side by side. Cases are read twice, so that only ids are kept. */
async function* grouped(
  reader: Reader,
  definition: RosterDefinition,
  found: AsyncIterable<Found>,
): AsyncGenerator<RosterCase> {
  const ids = await inGroups(definition, found);
  for (let at = 0; at < ids.length; at += PAGE)
    for (const { one } of await rosterCases(reader, ids.slice(at, at + PAGE))) {
      await breathe();
      yield one;
    }
}

/** These cases in this order, read together; those that are gone are left out. */
async function rosterCases(reader: Reader, ids: string[]): Promise<Found[]> {
  const reading = readTogether(reader.services.db);
  const records = new Map((await cases.byIds(reading, ids)).map((one) => [one.id, one]));
  const present = ids.flatMap((id) => records.get(id) ?? []);
  return Promise.all(
    present.map(async (record) => ({ id: record.id, one: await rosterCase(reader, reading, record) })),
  );
}

/** Only what this person may see of the case. */
async function rosterCase({ services, actor }: Reader, tx: Tx, record: CaseRecord): Promise<RosterCase> {
  const loaded = await loadCase(services, tx, record);
  const facts = await factsOf(services, tx, loaded);
  const application = seenApplication(loaded, applicationOf(loaded), rolesOver(actor, record, false));
  return { application, facts, edition: loaded.edition };
}

async function* casesIn(
  reader: Reader,
  key: QueueKey,
  asked: RosterOfEdition,
  filters: Record<string, string>,
): AsyncGenerator<Found> {
  const tests = testsOf(asked, filters);
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof positions.page>> = await positions.page(reader.services.db, key, {
      after,
      limit: PAGE,
    });
    const ids = page.rows.map(({ caseId }) => caseId);
    for (const found of await rosterCases(reader, ids)) {
      await breathe();
      if (passes(tests, found.one)) yield found;
    }
    after = page.after;
  } while (after !== null);
}

/**
 * Which filters were used, as the trail may keep them for ever: a code as it is, of a text (a name, a number) only that
 * one was given.
 */
function recordable(
  edition: CompiledEdition,
  definition: RosterDefinition,
  wanted: Record<string, string>,
): JsonObject {
  const { filters = [] } = definition;
  const kept = Object.entries(wanted).flatMap(([id, value]): [string, string][] => {
    const filter = filters.find((one) => one.id === id);
    if (!filter) throw new Failure('invalid', 'unknown-filter');
    if (value === '') return [];
    const known = wordsOf(edition, definition, filter);
    if (known === undefined) return [[id, '***']];
    if (!known.map(String).includes(value)) throw new Failure('invalid', 'unknown-filter');
    return [[id, value]];
  });
  return Object.fromEntries(kept);
}

/** What a filter chooses from: the codes of its list, or what its field offers by itself; undefined for any text. */
function wordsOf(
  edition: CompiledEdition,
  definition: RosterDefinition,
  { code, value }: NonNullable<RosterDefinition['filters']>[number],
): Json[] | undefined {
  if (code !== undefined) return (edition.codes[code]?.entries ?? []).map((entry) => entry.code);
  return filterChoices(edition, definition, value)?.map((choice) => choice.value);
}

/** What the filters that are given ask of a case: what can be chosen exactly, any other text in part. */
function testsOf({ edition, definition }: RosterOfEdition, wanted: Record<string, string>): Logic[] {
  return (definition.filters ?? []).flatMap((filter): Logic[] => {
    const given = wanted[filter.id] ?? '';
    if (given === '') return [];
    const known = wordsOf(edition, definition, filter);
    if (known === undefined) return [{ in: [given, filter.value] }];
    return [{ '===': [filter.value, known.find((word) => String(word) === given) ?? given] }];
  });
}

/** Every filter must be met. */
function passes(tests: Logic[], { application, facts, edition }: RosterCase): boolean {
  if (tests.length === 0) return true;
  const data = atNoSection(resolveAnswers(edition, application, facts));
  return tests.every((test) => holds(edition, test, data));
}
