import { contentHash } from '#core/compile/index.ts';
import { lintKept } from '#core/lint/index.ts';
import type { Definition, DefinitionProblem } from '#core/model/index.ts';
import { type Database, type EditionRecord, editions as stored } from '#server/store/index.ts';

/** Reads editions back from the store. */
type KeptEditions = {
  /** The definition, which is what was published under this name. */
  read(hash: string): Promise<Definition>;
  /** The same, which this version of the engine can serve as well. */
  readToServe(hash: string): Promise<Definition>;
};

/**
 * Editions as they are read back: each is held against its name every time, and linted the first time in a process.
 * Throws an Error that says which edition it is, what is wrong with it and what to do.
 */
export function keptEditions(db: Database): KeptEditions {
  const linted = new Set<string>();

  async function read(hash: string): Promise<Definition> {
    const record = await stored.get(db, hash).catch((error: unknown) => {
      throw error instanceof SyntaxError
        ? touched(hash, `its definition is no JSON (${error.message})`)
        : error;
    });
    if (!record) throw new Error(`The store holds no edition ${hash}`);
    assertUntouched(record);
    return record.definition;
  }

  async function readToServe(hash: string): Promise<Definition> {
    const definition = await read(hash);
    if (linted.has(hash)) return definition;
    assertServable(definition, hash);
    linted.add(hash);
    return definition;
  }

  return { read, readToServe };
}

/**
 * The whole of what is kept counts, also what `servingPart` takes out before it names an edition: nothing of that is
 * ever kept, and so nobody can put it there unseen.
 */
function assertUntouched({ hash, programme, cycle, definition }: EditionRecord): void {
  const found = contentHash(definition);
  if (found !== hash)
    throw touched(
      hash,
      `what it holds has the hash ${found}, so it is not what was published under this name`,
    );
  if (definition.programme.id !== programme || definition.edition.cycle.id !== cycle)
    throw touched(
      hash,
      `its row says cycle <${cycle}> of <${programme}>, its definition ` +
        `cycle <${definition.edition.cycle.id}> of <${definition.programme.id}>`,
    );
}

const touched = (hash: string, what: string): Error =>
  new Error(
    `The table editions, row ${hash}: ${what}. Somebody wrote into the database behind the program: ` +
      'restore this row from a backup, and look into who has access.',
  );

function assertServable(definition: Definition, hash: string): void {
  const problems = problemsOf(definition, hash);
  if (problems.length === 0) return;
  const lines = problems.map(({ pointer, place, message }) => `- ${pointer}: ${place}: ${message}`);
  throw unservable(hash, `:\n${lines.join('\n')}`);
}

function problemsOf(definition: Definition, hash: string): DefinitionProblem[] {
  try {
    return lintKept(definition, `editions/${hash}`);
  } catch (error) {
    throw unservable(hash, `; it has not even the shape of a definition (${String(error)}).`);
  }
}

const unservable = (hash: string, what: string): Error =>
  new Error(
    `The table editions, row ${hash}: this version of the engine cannot serve it. ` +
      `Start the version that published it, or restore the row from a backup${what}`,
  );
