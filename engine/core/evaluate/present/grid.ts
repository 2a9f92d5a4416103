import { cellSchema, lineSum, sumColumnOf, withOwnItems } from '#core/form/index.ts';
import { isObject, valueAt } from '#core/json/index.ts';
import type { CompiledGridItem, CompiledSection, FieldSchema, Json } from '#core/model/index.ts';
import { isHidden } from '../hidden.ts';
import type { ResolvedAnswers } from '../resolve/index.ts';
import { isTicked } from './shown.ts';
import { textOf, type Writer } from './text.ts';
import type { SectionView } from './view.ts';

/** What a sheet shows of a grid: its shown and ticked items, those that somebody added, then totals. */
export function itemTexts(
  section: CompiledSection,
  resolved: ResolvedAnswers,
  grid: Json,
  sheet: string,
  writer: Writer,
): SectionView['items'] {
  const listed = section.items
    .filter((item) => !isHidden(resolved.hidden, item))
    .filter((item) => isTicked(section, valueAt(grid, ['marks', item.id]), sheet))
    .map((item) => itemText(section, item, valueAt(grid, ['cells', item.id]), writer));
  const derived = new Set(section.items.filter(({ derive }) => derive).map(({ id }) => id));
  return withOwnItems(listed, ownTexts(section, grid, sheet, writer), ({ id }) => derived.has(id));
}

type ItemText = SectionView['items'][number];

const TEXTS = new WeakMap<CompiledGridItem, WeakMap<object, ItemText>>();

/** The texts of an item; the same object for the same cells, which are replaced and never changed. */
function itemText(
  section: CompiledSection,
  item: CompiledGridItem,
  cells: Json | undefined,
  writer: Writer,
): ItemText {
  const texts = TEXTS.get(item) ?? new WeakMap<object, ItemText>();
  TEXTS.set(item, texts);
  const known = isObject(cells) ? texts.get(cells) : undefined;
  if (known !== undefined) return known;
  const { id, title, unit = '', schema } = item;
  const text = { id, title, unit, cells: cellTexts(section, schema, cells, writer) };
  if (isObject(cells)) texts.set(cells, Object.freeze(text));
  return text;
}

function ownTexts(section: CompiledSection, grid: Json, sheet: string, writer: Writer): SectionView['items'] {
  const { definition } = section;
  const own = valueAt(grid, ['own']);
  const cell = definition.own === undefined ? {} : cellSchema(definition, definition.own.cell);
  const rows = Array.isArray(own)
    ? own.filter(isObject).filter((row) => isTicked(section, row.mark, sheet))
    : [];
  return rows.map((row) => ({
    id: String(row.id ?? ''),
    title: String(row.title ?? ''),
    unit: String(row.unit ?? ''),
    cells: cellTexts(section, cell, row.cells, writer),
  }));
}

function cellTexts(
  section: CompiledSection,
  cell: FieldSchema,
  cells: Json | undefined,
  writer: Writer,
): string[] {
  const row = isObject(cells) ? cells : {};
  const texts = section.columns.map(({ id }) =>
    Object.hasOwn(row, id) ? textOf(cell, row[id], writer) : '',
  );
  const sum = sumColumnOf(section.definition);
  return sum === undefined ? texts : [...texts, textOf(sum.schema, lineSum(row), writer)];
}

/** The columns of a grid as a sheet shows them, that of the sums last. */
export function shownColumns(section: CompiledSection): SectionView['columns'] {
  const sum = sumColumnOf(section.definition);
  return sum === undefined ? [...section.columns] : [...section.columns, { id: sum.id, title: sum.title }];
}
