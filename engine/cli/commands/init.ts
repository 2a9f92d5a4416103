import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { formatJson, isObject } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';
import { CommandError } from '../error.ts';
import { cliWords, sentenceOf } from '../locales/index.ts';
import { type Command, misused } from './command.ts';

const usage = 'init DIR [--route chain|parallel|back|appeal|batch] [--locale zh-CN|en]';

/** Small programmes to begin with: what all share, and what each way of a case adds or writes otherwise. */
const STARTERS = fileURLToPath(new URL('../../../starters', import.meta.url));
const SHARED = 'shared';
const ROUTES = ['chain', 'parallel', 'back', 'appeal', 'batch'];
/** The language in which they are written; the others have a file of texts. */
const WRITTEN_IN = 'en';
const LOCALES = [WRITTEN_IN, 'zh-CN'];
/** The year of the cycle, in their texts and in the names of their folders. */
const YEAR = '2026';

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
    const { route = 'chain', locale = WRITTEN_IN } = values;
    if (!folder || more !== undefined) return misused(initCommand);
    if (!ROUTES.includes(route) || !LOCALES.includes(locale)) return misused(initCommand);
    await refuseFilled(folder);
    const files = await programmeOf(route, locale, new Date().getUTCFullYear());
    for (const [path, text] of files) await write(join(folder, path), text);
    console.log(sentenceOf('initiated', cliWords(locale), { folder, n: files.size }));
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

/** Every file by its path: those that all share, with those of the route over them. */
async function programmeOf(route: string, locale: string, year: number): Promise<Map<string, string>> {
  const texts = await textsOf(locale);
  const files = new Map<string, string>();
  for (const part of [SHARED, route])
    for (const [path, text] of await filesIn(join(STARTERS, part)))
      files.set(path.replaceAll(YEAR, `${year}`), inLanguage(path, text.replaceAll(YEAR, `${year}`), texts));
  return files;
}

async function textsOf(locale: string): Promise<Map<string, string>> {
  if (locale === WRITTEN_IN) return new Map();
  const texts = await readFile(join(STARTERS, `${locale}.json`), 'utf8');
  return new Map(Object.entries(JSON.parse(texts) as Record<string, string>));
}

async function filesIn(folder: string): Promise<[path: string, text: string][]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files.map(
      async (file): Promise<[string, string]> => [
        relative(folder, file).split(sep).join('/'),
        await readFile(file, 'utf8'),
      ],
    ),
  );
}

function inLanguage(path: string, text: string, texts: Map<string, string>): string {
  return path.endsWith('.json') ? formatJson(translated(JSON.parse(text) as Json, texts)) : text;
}

/** Every text that has another in the language; ids and logic have none. */
function translated(value: Json, texts: Map<string, string>): Json {
  if (typeof value === 'string') return texts.get(value) ?? value;
  if (Array.isArray(value)) return value.map((element) => translated(element, texts));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, translated(one, texts)]));
}
