import { LRUCache } from 'lru-cache';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import { standaloneModule } from '#core/compile/standalone.ts';
import type { CompiledEdition, Definition } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import type { Clock, Editions } from '#server/services/ground/index.ts';
import { type Database, editions as stored } from '#server/store/index.ts';

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
  let cycles: CompiledEdition[] = [];

  async function get(hash: string): Promise<CompiledEdition> {
    const known = compiled.get(hash);
    if (known) return known;
    const edition = load(db, hash);
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

  async function publish(definitions: Definition[]): Promise<void> {
    cycles = definitions.map((definition) => compile(definition));
    for (const edition of cycles) compiled.set(edition.hash, Promise.resolve(edition));
    for (const edition of cycles) await publishOne(db, edition, clock().toISOString());
  }

  return {
    get,
    validators,
    publish,
    current: async () => servingAt(cycles, clock()),
    knows: async (hash) => compiled.has(hash) || (await stored.get(db, hash)) !== null,
  };
}

const compile = (definition: Definition, hash?: string): CompiledEdition =>
  compileEdition(definition, { hash, validators: ajvValidators(), routes: compileRoute });

async function load(db: Database, hash: string): Promise<CompiledEdition> {
  const record = await stored.get(db, hash);
  if (!record) throw new Error(`The store holds no edition ${hash}`);
  return compile(record.definition, hash);
}

async function publishOne(db: Database, edition: CompiledEdition, at: string): Promise<void> {
  const { programme, edition: settings } = edition.definition;
  const cycle = settings.cycle.id;
  await stored.keep(db, {
    hash: edition.hash,
    programme: programme.id,
    cycle,
    definition: edition.definition,
  });
  const published = await stored.published(db, programme.id, cycle);
  if (published?.hash !== edition.hash) await stored.publish(db, edition.hash, at);
}

/** Of several cycles the one that is open now and opened last; else the one that opened last; else the first to open. */
function servingAt(cycles: CompiledEdition[], now: Date): CompiledEdition {
  const window = (edition: CompiledEdition) => edition.definition.edition.cycle;
  const byOpening = [...cycles].sort((a, b) => Date.parse(window(b).opensAt) - Date.parse(window(a).opensAt));
  const opened = byOpening.filter((one) => Date.parse(window(one).opensAt) <= now.getTime());
  const open = opened.find((one) => now.getTime() <= Date.parse(window(one).closesAt));
  const serving = open ?? opened[0] ?? byOpening.at(-1);
  if (!serving) throw new Error('No edition has been published');
  return serving;
}
