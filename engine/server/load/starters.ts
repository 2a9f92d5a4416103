import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatJson, isObject } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';
import type { StarterList } from '#core/model/wire/index.ts';

/** Small programmes to begin with: what all share, and what each way of a case adds or writes otherwise. */
const STARTERS = fileURLToPath(new URL('../../../starters', import.meta.url));
const SHARED = 'shared';
/** The policy desk alone: what is served until there is a programme. */
const DESK = 'desk';
/** The language in which they are written; the others have a file of texts. */
const WRITTEN_IN = 'en';
/** The year of the cycle, in their texts and in the names of their folders. */
const YEAR = '2026';

export const STARTER_ROUTES = ['chain', 'parallel', 'back', 'appeal', 'batch'];
export const STARTER_LOCALES = [WRITTEN_IN, 'zh-CN'];

type TextFile = { path: string; text: string };
/** As `outline.json` has it. */
type Outline = { parts: StarterList['parts']; routes: { id: string; title: string; text: string }[] };
/** In which language, and for which year. */
type Wish = { locale: string; year: number };

/** A whole programme of one route: what all share, with the files of the route over it. */
export const starterFiles = (route: string, wish: Wish): Promise<TextFile[]> =>
  filesOf([SHARED, route], wish);

/** The policy desk by itself. */
export const deskFiles = (wish: Wish): Promise<TextFile[]> => filesOf([DESK], wish);

/** What the parts of the starters are called, and what each route is, for whoever chooses among them. */
export async function starterOutline(locale: string): Promise<Outline> {
  const outline = JSON.parse(await readFile(join(STARTERS, 'outline.json'), 'utf8')) as Json;
  return translated(outline, await textsOf(locale)) as unknown as Outline;
}

async function filesOf(parts: string[], { locale, year }: Wish): Promise<TextFile[]> {
  const texts = await textsOf(locale);
  const files = new Map<string, string>();
  for (const part of parts)
    for (const [path, text] of await filesIn(join(STARTERS, part)))
      files.set(path.replaceAll(YEAR, `${year}`), inLanguage(path, text.replaceAll(YEAR, `${year}`), texts));
  return [...files].map(([path, text]) => ({ path, text }));
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
  if (path.endsWith('.json')) return formatJson(translated(JSON.parse(text) as Json, texts));
  return path.endsWith('.hbs') ? text.replace(/(?<=>)[^<>{}]+(?=<)/g, (one) => texts.get(one) ?? one) : text;
}

/** Every text that has another in the language; ids and logic have none. */
function translated(value: Json, texts: Map<string, string>): Json {
  if (typeof value === 'string') return texts.get(value) ?? value;
  if (Array.isArray(value)) return value.map((element) => translated(element, texts));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, translated(one, texts)]));
}
