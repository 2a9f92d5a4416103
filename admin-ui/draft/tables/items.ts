import type { Change } from '#core/change/index.ts';
import { asList, asObject, isObject } from '#core/json/index.ts';
import type { GridItem, SourceFile } from '#core/model/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';
import { changesOf, type Grid, hasItem, itemAdded, type Tick } from '../model/items.ts';
import { type Exchange, type ReadLine, refusedLine, sameCell } from './lines.ts';

/** What is written of items in tables. */
type ItemTableWords = {
  itemHeadings: { title: string; unit: string; id: string };
  yes: string;
  itemAdded: (title: string, count: number) => string;
  itemMoved: (title: string, added: number, removed: number) => string;
  itemRenamed: (title: string, other: string) => string;
  titleMissing: string;
  noHeading: string;
  noCategory: string;
  unknownId: (id: string) => string;
  twice: string;
};

type Reading = { grid: Grid; cycle: string; files: readonly SourceFile[]; words: ItemTableWords };
const YES = new Set(['有', '是', '√', '✓', '●', '1', 'x', 'y', 'yes']);

/** The items of a grid as a matrix: a line an item, a column a category, a word where the category has it; last its id. */
export function itemTable(reading: Reading): Exchange {
  const { grid, words } = reading;
  const { title, unit, id } = words.itemHeadings;
  return {
    title: grid.title,
    headings: [title, unit, ...grid.has.map(({ category }) => category.title), id],
    lines: grid.items.map((item) => [
      ...[item.title, item.unit ?? ''],
      ...grid.has.map((one) => (hasItem(one, item.id) ? words.yes : '')),
      item.id,
    ]),
    read: (lines) => readItems(lines, reading),
  };
}

type Columns = { categories: (string | undefined)[]; id: number };

function readItems([heading = [], ...lines]: string[][], reading: Reading): ReadLine[] {
  const { grid, words } = reading;
  if (heading.length === 0) return [];
  const columns: Columns = {
    categories: heading.map(
      (title) => grid.has.find(({ category }) => category.title === title)?.category.id,
    ),
    id: heading.indexOf(words.itemHeadings.id),
  };
  if (columns.categories.every((column) => column === undefined))
    return [refusedLine(heading.join(' · '), words.noHeading)];
  const seen = new Set<string>();
  let known = grid;
  return lines.map((line): ReadLine => {
    const item = itemOf(line, columns, grid);
    if (item === 'unknown') return refusedLine(line[0] ?? '', words.unknownId(line[columns.id] ?? ''));
    if (item) {
      if (seen.has(item.id)) return refusedLine(item.title, words.twice);
      seen.add(item.id);
      return changedItem(item, line, columns, reading);
    }
    const made = addedItem(line, columns, { ...reading, grid: known });
    const id = made.changes[0]?.item;
    if (typeof id === 'string')
      known = { ...known, items: [...known.items, { id, title: line[0] ?? '', cell: cellOf(grid) }] };
    return made;
  });
}

/** The item that a line is about: by its id, else by its title; undefined where it is a new one. */
function itemOf(line: string[], columns: Columns, { items }: Grid): GridItem | 'unknown' | undefined {
  const id = columns.id < 0 ? '' : (line[columns.id] ?? '');
  if (id !== '') return items.find((one) => one.id === id) ?? 'unknown';
  return items.find((one) => sameCell(one.title, line[0] ?? ''));
}

/** What is meant of each category that has a column. */
const ticksMeant = (line: string[], { categories }: Columns): { category: string; isTicked: boolean }[] =>
  categories.flatMap((category, index) =>
    category === undefined ? [] : [{ category, isTicked: YES.has((line[index] ?? '').toLowerCase()) }],
  );

function addedItem(line: string[], columns: Columns, { grid, cycle, words }: Reading): ReadLine {
  const [title = '', unit = ''] = line;
  const categories = ticksMeant(line, columns).flatMap(({ category, isTicked }) =>
    isTicked ? [category] : [],
  );
  if (title === '') return refusedLine(unit, words.titleMissing);
  if (categories.length === 0) return refusedLine(title, words.noCategory);
  const changes = itemAdded(grid, cycle, { title, unit, cell: cellOf(grid), categories });
  return { text: words.itemAdded(title, categories.length), changes };
}

function changedItem(item: GridItem, line: string[], columns: Columns, reading: Reading): ReadLine {
  const { grid, cycle, words } = reading;
  const ticks = ticksMeant(line, columns).flatMap(
    ({ category, isTicked }): (Tick & { isTicked: boolean })[] => {
      const own = grid.has.find((one) => one.category.id === category);
      return own && hasItem(own, item.id) !== isTicked ? [{ category, item: item.id, isTicked }] : [];
    },
  );
  const title = line[0] ?? '';
  // Without its id an item is known by its title alone: its unit is none of what the line says then.
  if (columns.id >= 0 && title === '') return refusedLine(item.title, words.titleMissing);
  const written = columns.id < 0 ? [] : rewritten(item, line, reading);
  const changes = [...written, ...changesOf(grid, cycle, ticks)];
  const added = ticks.filter(({ isTicked }) => isTicked).length;
  const parts = [
    ...(written.length > 0 ? [words.itemRenamed(item.title, [title, line[1] ?? ''].join(' '))] : []),
    ...(ticks.length > 0 ? [words.itemMoved(title || item.title, added, ticks.length - added)] : []),
  ];
  return { text: parts.join('；') || item.title, changes };
}

/** Another title or unit, wherever the item is written as the table had it. */
function rewritten(
  item: GridItem,
  [title = '', unit = '']: string[],
  { grid, cycle, files }: Reading,
): Change[] {
  const patch = {
    ...(!sameCell(title, item.title) && { title }),
    ...(!sameCell(unit, item.unit ?? '') && { unit: unit === '' ? null : unit }),
  };
  if (Object.keys(patch).length === 0) return [];
  return homesOf(item, grid.id, files).map((home) => ({
    kind: 'changeItem',
    ...{ section: grid.id, ...home, item: item.id, cycle, patch },
  }));
}

/** The section itself where it has the item, else the forms that write it under this title. */
function homesOf(
  { id, title }: GridItem,
  section: string,
  files: readonly SourceFile[],
): { category?: string }[] {
  const parts = files.flatMap(({ path, json }) => {
    const found = identifyFile(path);
    return found && isObject(json) ? [{ ...found, json }] : [];
  });
  const own = parts.some(
    ({ kind, id: name, json }) =>
      kind === 'section' && name === section && asList(json.items).some((one) => asObject(one).id === id),
  );
  if (own) return [{}];
  return parts.flatMap(({ kind, id: category, json }) => {
    const items = asObject(asObject(asObject(json.overlay)[section]).items);
    const isWritten = kind === 'category' && asObject(items[id]).title === title;
    return isWritten ? [{ category }] : [];
  });
}

/** How a new item is filled in: as the items of the grid are first of all. */
const cellOf = ({ has }: Grid): string => Object.keys(has[0]?.section.cells ?? {})[0] ?? '';
