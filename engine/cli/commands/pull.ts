import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { SourceFiles } from '#core/model/wire/index.ts';
import { exceeds } from '#server/services/drafts/index.ts';
import { CommandError } from '../error.ts';
import { cliWords, sentenceOf, systemLocale } from '../locales/index.ts';
import { filesOfEdition, publishedCycles } from '../remote/editions.ts';
import { asNamed, REMOTE_OPTIONS } from '../remote/login.ts';
import type { Remote } from '../remote/session.ts';
import { type Command, misused } from './command.ts';
import { openFolder } from './folder.ts';

const usage = 'pull DIR --server URL --user NAME [--cycle ID[@EDITION] | --draft ID]';

/** Writes what is published on a running server, or one of its drafts, as a folder. */
export const pullCommand: Command = {
  name: 'pull',
  usage,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { ...REMOTE_OPTIONS, cycle: { type: 'string' }, draft: { type: 'string' } },
    });
    const [folder] = positionals;
    if (folder === undefined) return misused(pullCommand);
    const files = await asNamed(values, (remote) => filesFrom(remote, values));
    await write(folder, files);
    const left = await leftOver(folder, files);
    const words = cliWords(systemLocale(process.env));
    const lines = left.map((path) => sentenceOf('notInEdition', words, { path }));
    console.log([...lines, sentenceOf('pulled', words, { folder, n: files.length })].join('\n'));
    return 0;
  },
};

type Files = SourceFiles['files'];

async function filesFrom(
  remote: Remote,
  { cycle, draft }: { cycle?: string; draft?: string },
): Promise<Files> {
  if (draft !== undefined) return (await remote.get<SourceFiles>(`/api/drafts/${draft}/files`)).files;
  const cycles = cycle === undefined ? await publishedCycles(remote) : [cycle];
  const parts: Files[] = [];
  for (const one of cycles) parts.push(await filesOfEdition(remote, one));
  return together(parts, cycles);
}

/** The files of several cycles. What they share must be the same in each: one folder cannot hold it twice. */
function together(parts: Files[], cycles: string[]): Files {
  const all = new Map<string, string>();
  for (const { path, text } of parts
    .flat()
    .filter(({ path }) => path !== 'manifest.json' || parts.length === 1)) {
    if (all.has(path) && all.get(path) !== text)
      throw new CommandError('cyclesDiffer', { path, known: cycles });
    all.set(path, text);
  }
  return [...all].map(([path, text]) => ({ path, text }));
}

async function write(folder: string, files: Files): Promise<void> {
  const odd = exceeds(files);
  if (odd !== null) throw new CommandError('oddFile', { path: odd });
  for (const { path, text } of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** Nothing is deleted: what the folder holds besides is named. */
async function leftOver(folder: string, files: Files): Promise<string[]> {
  const pulled = new Set(files.map(({ path }) => path));
  return (await openFolder(folder)).files.map(({ path }) => path).filter((path) => !pulled.has(path));
}
