import type { Writable } from 'node:stream';
import type { CompiledEdition, Json, JsonObject, Logic, RosterDefinition } from '#core/model/index.ts';
import { dataOf, filterChoices, inGroups, type RosterCase, writeRoster } from '#server/print/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import { holds } from '#server/services/case/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { asActor, Failure, notFound } from '#server/services/ground/index.ts';
import { positions, type QueueKey } from '#server/store/index.ts';
import { queueKey } from './queue-page.ts';
import { type Found, type Reader, rosterCases } from './roster-cases.ts';
import { planOf } from './roster-plan.ts';

/**
 * Cases that are read together: SQLite holds the event loop as long as a statement takes, and asking once more costs
 * little there.
 */
const TOGETHER = { sqlite: 100, mysql: 500 };

/** `filters` holds wanted values by the roster's filter ids. */
type RosterRequest = { roster: string; queue: string; cycle?: string; filters: Record<string, string> };

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
  const tests = testsOf({ edition, definition }, request.filters);
  const cycles = await services.editions.cycles();
  const plan = planOf(
    cycles.flatMap(({ editions }) => editions),
    definition,
    tests,
  );
  const reader = { services, actor, plan };
  const rowsFor = (stream: Writable): AsyncGenerator<RosterCase> => {
    const found = casesIn(reader, key, tests, stream);
    return definition.subtotalBy === undefined ? plain(found) : grouped(reader, definition, found);
  };
  return {
    name: `${definition.id}.xlsx`,
    write: (stream) => writeRoster(stream, edition, definition, rowsFor(stream)),
  };
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
  const together = TOGETHER[reader.services.db.dialect];
  for (let at = 0; at < ids.length; at += together)
    for await (const { one } of rosterCases(reader, ids.slice(at, at + together))) yield one;
}

/** The cases of the queue that pass, as long as somebody is there to read them. */
async function* casesIn(
  reader: Reader,
  key: QueueKey,
  tests: Logic[],
  stream: Writable,
): AsyncGenerator<Found> {
  const { db } = reader.services;
  for await (const ids of positions.all(db, key, TOGETHER[db.dialect]))
    for await (const found of rosterCases(reader, ids)) {
      if (stream.destroyed) return;
      if (passes(tests, found.one)) yield found;
    }
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
function passes(tests: Logic[], one: RosterCase): boolean {
  return tests.length === 0 || tests.every((test) => holds(one.edition, test, dataOf(one)));
}
