import { useCallback, useMemo } from 'react';
import { sumColumnOf } from '#core/form/index.ts';
import type { GridValue, Json } from '#core/model/index.ts';
import { useOpenCase } from '../store/context.tsx';
import type { SectionHandle } from '../store/useSection.ts';
import { useStableList } from '../store/useStableList.ts';
import { newRowId } from '../table/rows.ts';
import { type ChangeCell, gridOf, withCell } from './cells.ts';
import { type Line, linesOf } from './lines.ts';

/** A cell, and what becomes of it. */
type CellChange = { item: string; column: string; change: ChangeCell };

/** A grid as it is drawn, and everything that can be done to it. */
export function useGrid(handle: SectionHandle) {
  const { store } = useOpenCase();
  const { section, value, set, live, editable } = handle;
  const { id, mark, own } = section.definition;
  const stored = useMemo(() => gridOf(value), [value]);
  const lines = useStableList(useMemo(() => linesOf(section, stored, live), [section, stored, live]));
  const change = useCallback(
    (make: (grid: GridValue) => GridValue) =>
      set(make(gridOf(store.snapshot().values[id] ?? null)) as unknown as Json),
    [set, store, id],
  );
  const frame = useMemo(() => {
    const putAll = (cells: readonly CellChange[]) =>
      change((grid) => cells.reduce((one, cell) => withCell(one, cell.item, cell.column, cell.change), grid));
    const put = (item: string, column: string, changeCell: ChangeCell) =>
      putAll([{ item, column, change: changeCell }]);
    const rename = (row: string, next: Partial<GridValue['own'][number]>) =>
      change((grid) => ({
        ...grid,
        own: grid.own.map((one) => (one.id === row ? { ...one, ...next } : one)),
      }));
    const tick = (line: Line, marked: boolean) =>
      line.own
        ? rename(line.id, { mark: marked })
        : change((grid) => ({ ...grid, marks: { ...grid.marks, [line.id]: marked } }));
    const removeOwn = (row: string) =>
      change((grid) => ({ ...grid, own: grid.own.filter((one) => one.id !== row) }));
    const sum = sumColumnOf(section.definition);
    return {
      section: id,
      columns: section.columns,
      sum,
      mark,
      editable,
      put,
      putAll,
      tick,
      rename,
      removeOwn,
    };
  }, [change, id, section, mark, editable]);
  const addOwn = () =>
    change((grid) => ({
      ...grid,
      own: [...grid.own, { id: newRowId(), title: '', cells: {}, ...(mark ? { mark: mark.default } : {}) }],
    }));
  const left = own ? own.max - stored.own.length : 0;
  return { frame, lines, own, left, addOwn };
}

type Grid = ReturnType<typeof useGrid>;

/** What all lines of a grid have in common; the same object while they are filled in. */
export type GridFrame = Grid['frame'];

/** What draws a grid: its frame and its lines. */
export type GridProps = Pick<Grid, 'frame' | 'lines'>;
