import { LRUCache } from 'lru-cache';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition, endedCodes, servingPart } from '#core/compile/index.ts';
import { standaloneModule } from '#core/compile/standalone.ts';
import type { CycleWindow } from '#core/form/index.ts';
import type { CompiledEdition, Definition } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import type { Clock, Editions } from '#server/services/ground/index.ts';
import { cases, type Database, editions as stored } from '#server/store/index.ts';
import { cyclesAtWork } from './at-work.ts';
import { keptEditions } from './kept-editions.ts';
import { openWindows } from './windows.ts';

/** Compiled editions that are kept at once; the least recently used one goes first. */
const KEPT = 16;

/**
 * Characters of validator modules that are cached: some thirty large categories. Each takes a tenth of a second to
 * write.
 */
const LETTERS = 16_000_000;

/** The editions of one programme, compiled when they are first asked for. */
export function openEditions(db: Database, clock: Clock): Editions {
  const compiled = new LRUCache<string, Promise<CompiledEdition>>({ max: KEPT });
  const modules = new LRUCache<string, string>({ maxSize: LETTERS, sizeCalculation: (text) => text.length });
  const windows = openWindows(db);
  const kept = keptEditions(db);
  const ended = new Map<string, Record<string, string[]>>();
  const retired = new Map<string, Promise<CompiledEdition>>();
  let cycles: CompiledEdition[] = [];

  async function get(hash: string): Promise<CompiledEdition> {
    const known = compiled.get(hash);
    if (known) return known;
    const edition = kept.readToServe(hash).then((definition) => compile(definition, hash));
    compiled.set(hash, edition);
    edition.catch(() => compiled.delete(hash));
    return edition;
  }

  function validators({ hash, definition }: CompiledEdition, category: string): string {
    const key = `${hash}/${category}`;
    const known = modules.get(key);
    if (known !== undefined) return known;
    const text = standaloneModule(definition, category);
    modules.set(key, text);
    return text;
  }

  /** The edition whose dates hold for all cases of the cycle: the folder's, else the one that was published last. */
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
    const { programme, edition: settings } = edition.definition;
    const list = await stored.list(db, programme.id);
    const last = list.find(({ cycle, status }) => cycle === settings.cycle.id && status === 'published');
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
    const open = cycles.map(async (edition) => ({ edition, window: await windows.of(db, edition) }));
    return servingAt(await Promise.all(open), clock());
  }

  async function publish(definitions: Definition[], hashes: string[] = []): Promise<void> {
    cycles = definitions.map((definition, index) => compile(definition, hashes[index]));
    ended.clear();
    retired.clear();
    for (const edition of cycles) compiled.set(edition.hash, Promise.resolve(edition));
    for (const edition of cycles) await publishOne(db, edition, clock().toISOString());
    for (const { hash } of cycles) await kept.read(hash);
    await openAtWork();
  }

  /** What cases were begun under is opened before anybody asks for it: no request pays for it or meets a wrong one. */
  async function openAtWork(): Promise<void> {
    const wrong: string[] = [];
    for (const hash of (await cases.editions(db)).slice(0, KEPT))
      await get(hash).catch((error: Error) => wrong.push(error.message));
    if (wrong.length > 0) throw new Error(wrong.join('\n\n'));
  }

  const atWork = cyclesAtWork(db, { open: get, read: kept.read });

  return {
    get,
    validators,
    publish,
    current,
    cycles: async () => atWork(await current()),
    newest: async () => cycles,
    window: async (tx, edition) => windows.of(tx, await newestOf(edition)),
    ended: endedIn,
    forgetWindows: windows.forget,
    knows: async (hash) => compiled.has(hash) || (await stored.get(db, hash)) !== null,
  };
}

const compile = (definition: Definition, hash?: string): CompiledEdition =>
  compileEdition(definition, { hash, validators: ajvValidators(), routes: compileRoute });

async function publishOne(db: Database, edition: CompiledEdition, at: string): Promise<void> {
  const { programme, edition: settings } = edition.definition;
  const cycle = settings.cycle.id;
  await stored.keep(db, {
    hash: edition.hash,
    programme: programme.id,
    cycle,
    definition: servingPart(edition.definition),
  });
  const published = await stored.published(db, programme.id, cycle);
  if (published?.hash !== edition.hash) await stored.publish(db, edition.hash, at);
}

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
