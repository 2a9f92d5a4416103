import { asObject, asText, interpolate, type Json, pointer, withValue } from '#core/json/index.ts';
import type { JsonObject, Origin, SourceFile } from '#core/model/index.ts';
import { type FileKind, identifyFile } from '#core/vocabulary/index.ts';
import { type TextSite, textsOf } from './texts.ts';

/** Begins what `shenbao locales` has written down and nobody has translated: it counts as missing. */
const UNTRANSLATED = '??';

/** The folder of each kind of part, with which the places of its texts begin. */
const FOLDERS: Partial<Record<FileKind, string>> = {
  programme: 'programme',
  edition: 'edition',
  account: 'accounts',
  route: 'routes',
  codes: 'codes',
  expression: 'expressions',
  fragment: 'fragments',
  category: 'categories',
  section: 'sections',
  sheet: 'sheets',
  roster: 'rosters',
};

/**
 * A text of a definition and how locale files name it: `place` is what stands there, `cycle` whose locale files may say
 * it ('' = the programme's own).
 */
export type PlacedText = TextSite & { cycle: string; place: string };

/** Several checks read the texts of a file, and a file is never changed. */
const KNOWN = new WeakMap<SourceFile, PlacedText[]>();

/** The texts of one file, by the places that locale files of its folder know them by. */
export function textsOfFile(file: SourceFile): PlacedText[] {
  const known = KNOWN.get(file) ?? textsIn(file);
  KNOWN.set(file, known);
  return known;
}

function textsIn({ path, json }: SourceFile): PlacedText[] {
  const cycle = identifyFile(path)?.cycle ?? '';
  return textsOf(json ?? null).flatMap((site) => {
    const place = textPlace(path, site.key);
    return place === undefined ? [] : [{ ...site, cycle, place }];
  });
}

/** The place of a text by the file that it is written in and its way there; undefined where a file has no texts. */
function textPlace(file: string, way: readonly string[]): string | undefined {
  const part = identifyFile(file);
  const folder = part && FOLDERS[part.kind];
  if (!part || folder === undefined) return undefined;
  const root = ['programme', 'edition'].includes(part.kind) ? [folder] : [folder, part.id];
  return pointer(...root, ...way).slice(1);
}

/**
 * The texts of an assembled definition, each with the place of the file that it comes from: what several forms share
 * has one place.
 */
export function placedTexts(
  definition: Json,
  files: SourceFile[],
  locate: (pointer: string) => Origin,
): PlacedText[] {
  const written = new Map<string, PlacedText>();
  for (const file of files)
    for (const text of textsOfFile(file)) written.set(nameOf(file.path, text.from, text.word), text);
  return textsOf(definition).flatMap((site) => {
    const { file, pointer: from } = locate(site.from);
    const found = written.get(nameOf(file, from, site.word));
    // The text as it is written: a definition has its facts written out.
    return found === undefined ? [] : [{ ...site, text: found.text, cycle: found.cycle, place: found.place }];
  });
}

const nameOf = (file: string, from: string, word = ''): string => JSON.stringify([file, from, word]);

/** A locale file: its language, whose texts it holds, and these by their places. */
export type LocaleFile = { path: string; language: string; cycle: string; texts: Record<string, string> };

/** The locale files among these; what is no text in them is passed over. */
export function localeFilesOf(files: SourceFile[]): LocaleFile[] {
  return files.flatMap(({ path, json }) => {
    const file = identifyFile(path);
    if (file?.kind !== 'locale') return [];
    const texts = Object.entries(asObject(asObject(json).texts)).flatMap(([place, text]) =>
      typeof text === 'string' ? [[place, text] as const] : [],
    );
    return [{ path, language: file.id, cycle: file.cycle ?? '', texts: Object.fromEntries(texts) }];
  });
}

/** What a locale file says for a place; undefined where it says nothing, or what is still to be translated. */
export function translationAt({ texts }: LocaleFile, place: string): string | undefined {
  const text = Object.hasOwn(texts, place) ? asText(texts[place]) : undefined;
  return text === undefined || text.trim() === '' || text.startsWith(UNTRANSLATED) ? undefined : text;
}

/** A text as it is written down to be translated. */
export const untranslated = (text: string): string => `${UNTRANSLATED} ${text}`;

/** Whether a text has words at all: a unit sign or `{year}` alone says the same in every language. */
export const hasWords = (text: string): boolean => /\p{L}/u.test(interpolate(text, () => ''));

/** Puts texts into one tree by the ids on the way to them, as `translated` lays them over. */
export function treeOf(texts: readonly { key: string[]; text: string }[]): JsonObject {
  return texts.reduce<JsonObject>((tree, { key, text }) => asObject(withValue(tree, key, text)), {});
}
