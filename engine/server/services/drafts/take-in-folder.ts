import { assemble } from '#core/assemble/index.ts';
import { lint } from '#core/lint/index.ts';
import type { DefinitionProblem, SourceFile } from '#core/model/index.ts';
import { type Source, sourceOf } from '#server/services/editions/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { inTransaction, programmes, sources } from '#server/store/index.ts';
import { begin } from './begin-draft.ts';
import { comingOf, keepSteps } from './publish/keep-steps.ts';

/** A folder at start: its files, whose programme it is, and what becomes of one that has changed. */
type Folder = { files: readonly SourceFile[]; programme: string; sync: 'draft' | 'publish' };

/** What became of it; `problems` of all its cycles. */
type TakenIn = {
  as: 'published' | 'unchanged' | 'draft';
  draft: string | null;
  problems: DefinitionProblem[];
};

/**
 * Takes in the folder of definitions. The first one is published. Later a folder that has changed becomes a draft that
 * waits for somebody, or is published where the settings say so; one that was taken in before changes nothing, so that a
 * roll back outlives the next start. Throws one Error with all problems where what is to be published is wrong.
 */
export async function takeInFolder(services: Services, { files, programme, sync }: Folder): Promise<TakenIn> {
  const { db, editions } = services;
  const taken = sourceOf(files);
  const before = (await programmes.get(db, programme))?.imported ?? null;
  const again = before === taken.source;
  if (again && sync === 'draft') {
    await editions.refresh();
    return { as: 'unchanged', draft: null, problems: [] };
  }
  const loaded = assemble([...files]);
  const problems = loaded.flatMap((edition) => lint(edition));
  if (before !== null && sync === 'draft') {
    await editions.refresh();
    return { as: 'draft', draft: await wait(services, programme, taken), problems };
  }
  refuseWrong(problems);
  if (!again) for (const edition of loaded) await keepSteps(services, comingOf(edition));
  await editions.publish(loaded, { folder: taken.source, again });
  return { as: again ? 'unchanged' : 'published', draft: null, problems };
}

function refuseWrong(problems: DefinitionProblem[]): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const lines = errors.map((one) => `- ${one.file}${one.pointer}: ${one.place}: ${one.message}`);
  throw new Error(`The definitions are wrong:\n${lines.join('\n')}`);
}

/** The changed folder as a draft. Of several processes that start with it one makes it. */
function wait(services: Services, programme: string, { source, files }: Source): Promise<string | null> {
  return inTransaction(services.db, async (tx) => {
    const { imported } = await programmes.lock(tx, programme);
    if (imported === source) return null;
    await sources.keep(tx, source, files);
    const { id } = await begin(services, tx, null, { programme, title: '', source });
    await programmes.remember(tx, programme, source);
    return id;
  });
}
