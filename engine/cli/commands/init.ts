import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { STARTER_LOCALES, STARTER_ROUTES, starterFiles } from '#server/load/index.ts';
import { CommandError } from '../error.ts';
import { cliWords, sentenceOf } from '../locales/index.ts';
import { type Command, misused } from './command.ts';

const usage = 'init DIR [--route chain|parallel|back|appeal|batch] [--locale zh-CN|en]';

/** Lays down a small programme that runs: a form, its route of the wanted kind, a sheet and a demonstration. */
export const initCommand: Command = {
  name: 'init',
  usage,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { route: { type: 'string' }, locale: { type: 'string' } },
    });
    const [folder, more] = positionals;
    const { route = 'chain', locale = 'en' } = values;
    if (!folder || more !== undefined) return misused(initCommand);
    if (!STARTER_ROUTES.includes(route) || !STARTER_LOCALES.includes(locale)) return misused(initCommand);
    await refuseFilled(folder);
    const files = await starterFiles(route, { locale, year: new Date().getUTCFullYear() });
    for (const { path, text } of files) await write(join(folder, path), text);
    console.log(sentenceOf('initiated', cliWords(locale), { folder, n: files.length }));
    return 0;
  },
};

/** Nothing that is there is written over. */
async function refuseFilled(folder: string): Promise<void> {
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') throw new CommandError('isFile', { folder });
    throw error;
  });
  if (there.length > 0) throw new CommandError('notEmpty', { folder });
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { flag: 'wx' });
}
