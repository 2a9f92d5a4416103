import type { Change } from '#core/change/index.ts';
import { pasteWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../DraftContext.tsx';
import { changesOf, type Grid, hasItem, itemAdded } from '../model/items.ts';
import { type PastedLine, PasteForm } from './PasteForm.tsx';

const YES = new Set(['有', '是', '√', '✓', '●', '1', 'x', 'y', 'yes']);

/** Items as a matrix of a spreadsheet: a line an item, a column a category, a word where the category has it. */
export function PasteItems({ grid, close }: { grid: Grid; close: () => void }) {
  const words = useWords(pasteWords);
  const { cycle } = useOpenDraft();
  const read = ([heading = [], ...rows]: string[][]): PastedLine[] => {
    if (heading.length === 0) return [];
    const columns = heading.map(
      (title) => grid.has.find(({ category }) => category.title === title)?.category.id,
    );
    if (columns.every((column) => column === undefined))
      return [{ text: heading.join(' · '), changes: [], refused: words.noHeading }];
    let known = grid;
    return rows.map(([title = '', unit = '', ...rest]): PastedLine => {
      const ticked = columns.map((column, index) => ({ column, cell: rest[index - 2] ?? '' }));
      const meant = ticked.flatMap(({ column, cell }) =>
        column === undefined ? [] : [{ category: column, isTicked: YES.has(cell.toLowerCase()) }],
      );
      const item = grid.items.find((one) => one.title === title);
      if (item) return ticksOf(item.id, title, meant);
      const categories = meant.flatMap(({ category, isTicked }) => (isTicked ? [category] : []));
      if (title === '') return { text: unit, changes: [], refused: words.titleMissing };
      if (categories.length === 0) return { text: title, changes: [], refused: words.noCategory };
      const changes = itemAdded(known, cycle, { title, unit, cell: cellOf(grid), categories });
      known = {
        ...known,
        items: [...known.items, { id: String(changes[0]?.item), title, cell: cellOf(grid) }],
      };
      return { text: words.itemAdded(title, categories.length), changes };
    });
  };
  const ticksOf = (
    item: string,
    title: string,
    meant: { category: string; isTicked: boolean }[],
  ): PastedLine => {
    const ticks = meant.flatMap(({ category, isTicked }) => {
      const own = grid.has.find((one) => one.category.id === category);
      return own && hasItem(own, item) !== isTicked ? [{ category, item, isTicked }] : [];
    });
    const changes: Change[] = changesOf(grid, cycle, ticks);
    if (changes.length === 0) return { text: title, changes };
    const added = ticks.filter(({ isTicked }) => isTicked).length;
    return { text: words.itemMoved(title, added, ticks.length - added), changes };
  };
  return <PasteForm label={words.button} hint={words.itemsHint} read={read} close={close} />;
}

/** How a new item is filled in: as the items of the grid are first of all. */
const cellOf = ({ has }: Grid): string => Object.keys(has[0]?.section.cells ?? {})[0] ?? '';
