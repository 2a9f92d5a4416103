import { useCallback, useMemo } from 'react';
import type { GridValue, Json } from '../../../engine/core/model/index.ts';
import { useOpenCase } from '../store/context.tsx';
import type { SectionHandle } from '../store/useSection.ts';
import { newRowId } from '../table/rows.ts';
import { gridOf, withCell } from './cells.ts';
import { type Line, linesOf } from './lines.ts';

/** A grid as it is drawn, and everything that can be done to it. */
export function useGrid(handle: SectionHandle) {
  const { store } = useOpenCase();
  const { section, value, set, live, editable } = handle;
  const { id, title, mark, own } = section.definition;
  const stored = useMemo(() => gridOf(value), [value]);
  const lines = useMemo(() => linesOf(section, stored, live), [section, stored, live]);
  const change = useCallback(
    (make: (grid: GridValue) => GridValue) =>
      set(make(gridOf(store.snapshot().values[id] ?? null)) as unknown as Json),
    [set, store, id],
  );
  const put = useCallback(
    (item: string, column: string, part: string | null, next: Json | undefined) =>
      change((grid) => withCell(grid, item, column, part, next)),
    [change],
  );
  const changeOwn = (row: string, next: Partial<GridValue['own'][number]>) =>
    change((grid) => ({ ...grid, own: grid.own.map((one) => (one.id === row ? { ...one, ...next } : one)) }));
  const tick = (line: Line, marked: boolean) =>
    line.own
      ? changeOwn(line.id, { mark: marked })
      : change((grid) => ({ ...grid, marks: { ...grid.marks, [line.id]: marked } }));
  const addOwn = () =>
    change((grid) => ({
      ...grid,
      own: [...grid.own, { id: newRowId(), title: '', cells: {}, ...(mark ? { mark: mark.default } : {}) }],
    }));
  const removeOwn = (row: string) =>
    change((grid) => ({ ...grid, own: grid.own.filter((one) => one.id !== row) }));
  const left = own ? own.max - stored.own.length : 0;
  return {
    section: id,
    title,
    mark,
    own,
    left,
    columns: section.columns,
    lines,
    editable,
    put,
    tick,
    addOwn,
    removeOwn,
    rename: changeOwn,
  };
}

export type Grid = ReturnType<typeof useGrid>;
