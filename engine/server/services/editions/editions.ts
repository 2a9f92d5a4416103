import { LRUCache } from 'lru-cache';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition, endedCodes, languagesOf } from '#core/compile/index.ts';
import type { CycleWindow } from '#core/form/index.ts';
import type { CompiledEdition, Definition } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import type { Clock, Editions, Publishable, Publishing } from '#server/services/ground/index.ts';
import {
  cases,
  type Database,
  editionSteps,
  inTransaction,
  type Publication,
  programmes,
  publications,
  editions as stored,
  type Tx,
} from '#server/store/index.ts';
import { cyclesAtWork } from './at-work.ts';
import { keptEditions } from './kept-editions.ts';
import { appendPublication, isPublished, keepEdition, type Ready } from './publications.ts';
import { openWays } from './ways.ts';
import { windowNow } from './windows.ts';

/** Compiled editions that are kept at once; the least recently used one goes first. */
const KEPT = 16;

/**
 * The editions of one programme, compiled when they are first asked for. Which are published is known from the last
 * `refresh`: a request goes by one and the same state from its beginning to its end.
 * `isDesk`: this is no programme but the policy desk alone, until one has been published.
 */
export function openEditions(db: Database, clock: Clock, owner: string, isDesk = false): Editions {
  const compiled = new LRUCache<string, Promise<CompiledEdition>>({ max: KEPT });
  const kept = keptEditions(db);
  const ways = openWays();
  const ended = new Map<string, Record<string, string[]>>();
  const retired = new Map<string, Promise<CompiledEdition>>();
  let cycles: CompiledEdition[] = [];
  let version = 0;
  let programme = owner;
  let turn: Promise<unknown> = Promise.resolve();

  async function get(hash: string): Promise<CompiledEdition> {
    const known = compiled.get(hash);
    if (known) return known;
    const edition = kept.readToServe(hash).then((definition) => compile(definition, hash));
    compiled.set(hash, edition);
    edition.catch(() => compiled.delete(hash));
    return edition;
  }

  /** The edition whose dates hold for all cases of the cycle: the published one, else the one that was last. */
  function newestOf(edition: CompiledEdition): CompiledEdition | Promise<CompiledEdition> {
    const { id } = edition.definition.edition.cycle;
    const served = cycles.find((one) => one.definition.edition.cycle.id === id);
    if (served) return served;
    const known = retired.get(id) ?? publishedOf(edition);
    retired.set(id, known);
    known.catch(() => retired.delete(id));
    return known;
  }

  async function publishedOf(edition: CompiledEdition): Promise<CompiledEdition> {
    const { id } = edition.definition.edition.cycle;
    const list = await stored.list(db, programme);
    const last = list.find(({ cycle, publishedAt }) => cycle === id && publishedAt !== null);
    return last ? get(last.hash) : edition;
  }

  async function endedIn(edition: CompiledEdition): Promise<Record<string, string[]>> {
    const newest = await newestOf(edition);
    if (newest.hash === edition.hash) return {};
    const known = ended.get(edition.hash) ?? endedCodes(edition, newest);
    ended.set(edition.hash, known);
    return known;
  }

  async function current(): Promise<CompiledEdition> {
    const open = cycles.map(async (edition) => ({ edition, window: await windowNow(db, edition) }));
    return servingAt(await Promise.all(open), clock());
  }

  async function publish(editions: readonly Publishable[], how: Publishing = {}): Promise<void> {
    for (const { definition } of editions) {
      const edition = compile(definition);
      compiled.set(edition.hash, Promise.resolve(edition));
    }
    await inTransaction(db, async (tx) => {
      await programmes.lock(tx, programme);
      for (const edition of editions) await publishOne(tx, edition, how);
      if (how.folder !== undefined) await programmes.remember(tx, programme, how.folder);
    });
    await refresh();
    for (const { hash } of cycles) await kept.read(hash);
  }

  async function publishOne(tx: Tx, edition: Publishable, { again = false }: Publishing): Promise<void> {
    const ready = await keepEdition(tx, edition);
    const last = await publications.last(tx, programme, ready.cycle);
    if (isPublished(last, ready) || (again && last !== null && hasMovedOn(last, ready))) return;
    await appendPublication(tx, 'publish', ready, { at: clock().toISOString(), by: null, why: '' });
  }

  /** One after the other: what was read earlier never takes the place of what was read later. */
  function refresh(): Promise<boolean> {
    const next = turn.then(readAgain, readAgain);
    turn = next;
    return next;
  }

  const isVacant = (): boolean => isDesk && programme === owner;

  /** From the first publication on it is the programme that is served, and never the desk again. */
  async function followFirst(): Promise<void> {
    const [begun, ...more] = await programmes.begunBesides(db, programme);
    if (more.length > 0)
      throw new Error(
        `The store holds several programmes (${[begun, ...more].join(', ')}): name a folder of one`,
      );
    if (begun === undefined) return;
    programme = begun;
    version = 0;
  }

  async function readAgain(): Promise<boolean> {
    if (isVacant()) await followFirst();
    const row = await programmes.get(db, programme);
    if (row === null || row.version === version) return false;
    const list = await stored.list(db, programme);
    const published = list.filter(({ status }) => status === 'published').map(({ hash }) => get(hash));
    cycles = (await Promise.all(published)).sort((a, b) => (cycleIn(a) < cycleIn(b) ? -1 : 1));
    ways.read(await editionSteps.list(db));
    version = row.version;
    ended.clear();
    retired.clear();
    return true;
  }

  async function openAtWork(): Promise<void> {
    const wrong: string[] = [];
    for (const hash of (await cases.editions(db)).slice(0, KEPT))
      await get(hash).catch((error: Error) => wrong.push(error.message));
    if (wrong.length > 0) throw new Error(wrong.join('\n\n'));
  }

  const atWork = cyclesAtWork(db, { open: get, read: kept.read });

  return {
    get,
    publish,
    current,
    cycles: async () => atWork(await current()),
    newest: async () => cycles,
    languages: () => [...new Set(cycles.flatMap(languagesOf))],
    refresh,
    openAtWork,
    window: async (tx, edition) => windowNow(tx, await newestOf(edition)),
    ended: endedIn,
    isVacant,
    steps: ways.between,
    knows: async (hash) => compiled.has(hash) || (await stored.get(db, hash)) !== null,
  };
}

const compile = (definition: Definition, hash?: string): CompiledEdition =>
  compileEdition(definition, { hash, validators: ajvValidators(), routes: compileRoute });

const cycleIn = ({ definition }: CompiledEdition): string => definition.edition.cycle.id;

/** Something else has been published in the cycle since these files were, or nothing is any more. */
const hasMovedOn = (last: Publication, { source }: Ready): boolean =>
  last.act === 'retire' || (last.source !== null && last.source !== source);

type Open = { edition: CompiledEdition; window: CycleWindow };

/** Of several cycles the one that is open now and opened last; else the one that opened last; else the first to open. */
function servingAt(cycles: Open[], now: Date): CompiledEdition {
  const byOpening = cycles.toSorted((a, b) => Date.parse(b.window.opensAt) - Date.parse(a.window.opensAt));
  const opened = byOpening.filter(({ window }) => Date.parse(window.opensAt) <= now.getTime());
  const open = opened.find(({ window }) => now.getTime() <= Date.parse(window.closesAt));
  const serving = open ?? opened[0] ?? byOpening.at(-1);
  if (!serving) throw new Error('No edition has been published');
  return serving.edition;
}
