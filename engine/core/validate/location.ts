import { fieldsAlong } from '#core/form/index.ts';
import { interpolate, isObject, valueAt } from '#core/json/index.ts';
import type { CompiledSection, FieldSchema, Json } from '#core/model/index.ts';
import type { ProblemWords } from './locales/index.ts';

/** A place inside a section in the form's words: the title of what stands there, and the way to it. */
type FieldLocation = { title: string; place: string; field?: FieldSchema; row?: string };

/** Finds the words for the place that these keys lead to; what the form has no words for is called by its key. */
export function locateField(
  section: CompiledSection,
  value: Json | undefined,
  segments: string[],
  words: ProblemWords,
): FieldLocation {
  const { kind, title } = section.definition;
  const rowPath = rowOf(section, segments);
  const along = fieldsAlong(section.shape, segments);
  const titles = titlesOf(section, segments, along, words);
  const inRow = named(titles.slice(rowPath.length));
  const field = segments.length > rowPath.length ? along[segments.length - 1] : undefined;
  const row = rowId(value, rowPath);
  return {
    // A cell is what stands at its item in its column.
    title: (kind === 'grid' ? inRow.join(' ') : inRow.at(-1)) || title,
    place: [title, ...named(titles)].join(' '),
    ...(field === undefined ? {} : { field }),
    ...(row === undefined ? {} : { row }),
  };
}

/** The title of each key: a row has its number, everything else its title. Parts that only hold others have none. */
function titlesOf(
  { shape, kind }: CompiledSection,
  segments: string[],
  along: FieldSchema[],
  words: ProblemWords,
): string[] {
  const own = kind === 'grid' && segments[0] === 'own' ? words.own : {};
  return segments.map((key, depth) => {
    const above = depth === 0 ? shape : along[depth - 1];
    if (above?.items !== undefined) return interpolate(words.row, { n: Number(key) + 1 });
    return along[depth]?.title ?? own[key] ?? key;
  });
}

const named = (titles: string[]): string[] => titles.filter((title) => title !== '');

/** The leading keys that choose a row: `2` of a table, `own/2` of a grid. */
function rowOf({ kind }: CompiledSection, segments: string[]): string[] {
  if (kind === 'table') return segments.slice(0, 1);
  const isOwn = kind === 'grid' && segments[0] === 'own' && segments.length > 1;
  return isOwn ? segments.slice(0, 2) : [];
}

function rowId(value: Json | undefined, rowPath: string[]): string | undefined {
  const row = rowPath.length === 0 ? undefined : valueAt(value, rowPath);
  return isObject(row) && typeof row.id === 'string' ? row.id : undefined;
}
