import type { Change } from '#core/change/index.ts';
import type { CategoryDefinition, Definition, GridItem, SectionDefinition } from '#core/model/index.ts';

type Has = { category: CategoryDefinition; section: SectionDefinition };

/** A section of items by columns, as each category has it. */
export type Grid = { id: string; title: string; has: Has[]; items: GridItem[] };

/**
 * The grids of a cycle. An item stands once, as the first category has it, in the order in which they are met.
 * The grid with the most items comes first.
 */
export function gridsOf({ categories }: Definition): Grid[] {
  const found = categories.flatMap((category) =>
    category.sections.flatMap((section) => (section.kind === 'grid' ? [{ category, section }] : [])),
  );
  const grids = [...new Set(found.map(({ section }) => section.id))].map((id) => {
    const has = found.filter(({ section }) => section.id === id);
    const title = has[0]?.section.title ?? id;
    return { id, title, has, items: itemsOf(has) };
  });
  return grids.toSorted((a, b) => b.items.length - a.items.length);
}

function itemsOf(has: readonly Has[]): GridItem[] {
  const items = new Map<string, GridItem>();
  for (const { section } of has)
    for (const item of section.items ?? []) if (!items.has(item.id)) items.set(item.id, item);
  return [...items.values()];
}

export const hasItem = ({ section }: Has, item: string): boolean =>
  section.items?.some(({ id }) => id === item) ?? false;

/** A tick that was set or taken away: one item of one category. */
export type Tick = { category: string; item: string };

/** The changes that ticks mean: an item comes as another category has it, behind what stands before it there. */
export function changesOf(grid: Grid, cycle: string, ticks: readonly Tick[]): Change[] {
  return ticks.flatMap(({ category, item }): Change[] => {
    const own = grid.has.find((one) => one.category.id === category);
    const known = grid.items.find(({ id }) => id === item);
    if (!own || !known) return [];
    const at = { section: grid.id, category, item, cycle };
    if (hasItem(own, item)) return [{ kind: 'removeItem', ...at }];
    const { id: _id, ...element } = known;
    return [{ kind: 'addItem', ...at, element: { ...element }, ...placed(grid, own, item) }];
  });
}

function placed({ items }: Grid, own: Has, item: string): { after?: string } {
  const before = items.slice(
    0,
    items.findIndex(({ id }) => id === item),
  );
  const last = before.findLast(({ id }) => hasItem(own, id));
  return last ? { after: last.id } : {};
}

/** An item as it is typed in. */
export type NewItem = { title: string; unit: string; cell: string; categories: string[] };

/** The changes that give an item to each of its categories, under one id that is free. */
export function itemAdded(grid: Grid, cycle: string, { title, unit, cell, categories }: NewItem): Change[] {
  const item = freeId(grid);
  const element = { title: title.trim(), ...(unit.trim() !== '' && { unit: unit.trim() }), cell };
  return categories.map((category) => ({
    kind: 'addItem',
    ...{ section: grid.id, category, item, element, cycle },
  }));
}

function freeId({ items }: Grid): string {
  const taken = new Set(items.map(({ id }) => id));
  let number = items.length + 1;
  while (taken.has(`item${number}`)) number += 1;
  return `item${number}`;
}
