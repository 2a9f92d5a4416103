/** Every word of a programme's own: ids, keys, labels and texts of its folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './sources.ts';

/** Keys of the language itself, and words that any form engine uses; `definitions/README.md` is where they come from. */
const README = readFileSync(join(root, 'definitions', 'README.md'), 'utf8');

function jsonFiles(folder: string): unknown[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => JSON.parse(readFileSync(join(entry.parentPath, entry.name), 'utf8')));
}

/** A guide tells of the engine's screens in their own words: what it quotes is no word of the programme. */
const QUOTES = 'guide';

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value).filter(([key]) => key !== QUOTES);
  return entries.flatMap(([key, inner]) => [key, ...strings(inner)]);
}

/** Compound identifiers (`priorAchievements`, `review-form`): single plain words are everybody's. */
const COMPOUND = /^[a-z]+(?:[A-Z][a-z]+)+$|^[a-z]+(?:-[a-z]+)+$/;
const CHINESE = /[\u4e00-\u9fff]{2,}/g;

export type ProgrammeWords = { identifiers: string[]; phrases: string[] };

/** Identifiers and Chinese phrases that stand in these folders and are no part of the language. */
export function programmeWords(folders: string[]): ProgrammeWords {
  const all = folders.flatMap((folder) => jsonFiles(folder)).flatMap(strings);
  const ids = all.filter((word) => COMPOUND.test(word) && word.length >= 8 && !README.includes(word));
  const phrases = all.flatMap((text) => text.match(CHINESE) ?? []).filter((phrase) => phrase.length >= 3);
  return { identifiers: [...new Set(ids)], phrases: [...new Set(phrases)] };
}
