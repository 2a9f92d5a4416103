import { fieldAt, fieldsAlong } from '#core/form/index.ts';
import { interpolate, isObject, valueAt } from '#core/json/index.ts';
import type { CompiledSection, FieldSchema, Json } from '#core/model/index.ts';
import type { ProblemWords } from './locales/index.ts';

/** A place inside a section in the form's words: the title of what stands there, and the way to it. */
type FieldLocation = {
  title: string;
  place: string;
  field: FieldSchema | undefined;
  row: string | undefined;
};

/** Finds the words for the place that these keys lead to; what the form has no words for is called by its key. */
export function locateField(
  section: CompiledSection,
  value: Json | undefined,
  segments: string[],
  words: ProblemWords,
): FieldLocation {
  const { kind, title } = section.definition;
  const rowKeys = rowKeysOf(section, segments);
  const along = fieldsAlong(section.shape, segments);
  const titles = titlesOf(section, segments, along, words);
  const field = segments.length > rowKeys ? along[segments.length - 1] : undefined;
  const row = rowKeys === 0 ? undefined : rowId(value, segments.slice(0, rowKeys));
  return {
    title: (kind === 'grid' ? joined(titles, rowKeys) : lastNamed(titles, rowKeys)) || title,
    place: titles.length === 0 ? title : `${title} ${joined(titles)}`.trimEnd(),
    field,
    row,
  };
}

/** The field to which these keys lead; undefined for a row, and where the form has none. */
export function fieldOf(section: CompiledSection, segments: string[]): FieldSchema | undefined {
  return segments.length > rowKeysOf(section, segments) ? fieldAt(section.shape, segments) : undefined;
}

/** The title of each key: a row has its number, everything else its title. Parts that only hold others have none. */
function titlesOf(
  { shape, kind }: CompiledSection,
  segments: string[],
  along: FieldSchema[],
  words: ProblemWords,
): string[] {
  const isOwn = kind === 'grid' && segments[0] === 'own';
  const own: Record<string, string> = isOwn ? words.own : {};
  const titles: string[] = [];
  for (const [depth, key] of segments.entries()) {
    const above = depth === 0 ? shape : along[depth - 1];
    if (above?.items !== undefined) titles.push(interpolate(words.row, { n: Number(key) + 1 }));
    else titles.push(along[depth]?.title ?? own[key] ?? key);
  }
  return titles;
}

/** The titles from there on, one after the other: a cell is what stands at its item in its column. */
function joined(titles: string[], from = 0): string {
  let text = '';
  for (let at = from; at < titles.length; at += 1) {
    if (titles[at] !== '') text += text === '' ? titles[at] : ` ${titles[at]}`;
  }
  return text;
}

function lastNamed(titles: string[], from: number): string | undefined {
  for (let at = titles.length - 1; at >= from; at -= 1) if (titles[at] !== '') return titles[at];
  return undefined;
}

/** How many leading keys choose a row: `2` of a table, `own/2` of a grid. */
function rowKeysOf({ kind }: CompiledSection, segments: string[]): number {
  if (kind === 'table') return Math.min(segments.length, 1);
  return kind === 'grid' && segments[0] === 'own' && segments.length > 1 ? 2 : 0;
}

function rowId(value: Json | undefined, rowPath: string[]): string | undefined {
  const row = valueAt(value, rowPath);
  return isObject(row) && typeof row.id === 'string' ? row.id : undefined;
}
