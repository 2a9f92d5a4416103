import { recordSchema } from '#core/form/index.ts';
import { interpolate, isObject, valueAt } from '#core/json/index.ts';
import type { CompiledSection, FieldSchema, Json } from '#core/model/index.ts';
import type { ProblemWords } from './locales/index.ts';

/** A place inside a section in the form's words: the title of what stands there, and the way to it. */
type FieldLocation = { title: string; place: string; field?: FieldSchema; row?: string };

type Way = { titles: string[]; title?: string; field?: FieldSchema };

/** Finds the words for the place that these keys lead to; what the form has no words for is called by its key. */
export function locateField(
  section: CompiledSection,
  value: Json | undefined,
  segments: string[],
  words: ProblemWords,
): FieldLocation {
  const { kind, title } = section.definition;
  const rowPath = rowOf(section, segments);
  const inRow = segments.slice(rowPath.length);
  const rows = rowPath.length === 0 ? [] : [interpolate(words.row, { n: Number(rowPath.at(-1)) + 1 })];
  const way =
    kind === 'grid'
      ? gridWay(section, inRow, rowPath.length > 0, words)
      : fieldWay(recordSchema(section.definition), inRow, words);
  const place = [title, ...rows, ...way.titles].join(' ');
  const row = rowId(value, rowPath);
  return {
    title: way.title ?? way.titles.at(-1) ?? title,
    place,
    ...(way.field === undefined ? {} : { field: way.field }),
    ...(row === undefined ? {} : { row }),
  };
}

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

function fieldWay(schema: FieldSchema, segments: string[], words: ProblemWords): Way {
  const titles: string[] = [];
  let field: FieldSchema | undefined = schema;
  for (const segment of segments) {
    const items: FieldSchema | undefined = field?.properties === undefined ? field?.items : undefined;
    field = items ?? field?.properties?.[segment];
    titles.push(
      items === undefined ? (field?.title ?? segment) : interpolate(words.row, { n: Number(segment) + 1 }),
    );
  }
  return field === undefined || segments.length === 0 ? { titles } : { titles, field };
}

/** `cells/<item>/<column>/…`; inside an own row the item falls away. */
function gridWay(section: CompiledSection, segments: string[], isOwn: boolean, words: ProblemWords): Way {
  const [part, ...path] = segments;
  if (part !== 'cells') return { titles: segments.slice(0, 1).map((name) => words.own[name] ?? name) };
  const item = isOwn ? undefined : section.items.find((candidate) => candidate.id === path[0]);
  const heads = isOwn ? [] : [item?.title ?? path[0]];
  const [column, ...below] = isOwn ? path : path.slice(1);
  const columnTitle = section.columns.find((candidate) => candidate.id === column)?.title ?? column;
  const cell = item?.schema ?? section.definition.cells?.[section.definition.own?.cell ?? ''] ?? {};
  const field = below.reduce<FieldSchema | undefined>((found, name) => found?.properties?.[name], cell);
  const nested = below.map((name) => cell.properties?.[name]?.title ?? name);
  const titles = [...heads, columnTitle, ...nested].filter((title) => title !== undefined);
  return column === undefined || field === undefined
    ? { titles }
    : { titles, title: titles.join(' '), field };
}
