import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

const CONTROL = 'input:not(:disabled), button:not(:disabled)';

/** Where a cell is, and what stands in its row and in its column. */
type Cell = { at: HTMLTableCellElement; row: HTMLTableCellElement[]; column: HTMLTableCellElement[] };

const after = (cells: HTMLTableCellElement[], at: HTMLTableCellElement) => cells.slice(cells.indexOf(at) + 1);
const before = (cells: HTMLTableCellElement[], at: HTMLTableCellElement) =>
  cells.slice(0, cells.indexOf(at)).reverse();

/** The cells to which a key may lead, the nearest first. */
const WAYS: Record<string, (cell: Cell) => HTMLTableCellElement[]> = {
  ArrowRight: ({ at, row }) => after(row, at),
  ArrowLeft: ({ at, row }) => before(row, at),
  ArrowDown: ({ at, column }) => after(column, at),
  ArrowUp: ({ at, column }) => before(column, at),
  Home: ({ row }) => row,
  End: ({ row }) => [...row].reverse(),
};

const controlIn = (cell: HTMLElement): HTMLElement | null => cell.querySelector<HTMLElement>(CONTROL);

/**
 * A table with a control in each cell: one stop of Tab, however large it is. Within it arrows, Home and End lead from
 * cell to cell, over those that have none.
 */
export function Matrix({ children }: { children: ReactNode }) {
  const table = useRef<HTMLTableElement>(null);
  const stop = useRef<HTMLElement | null>(null);
  const stopAt = (control: HTMLElement | null) => {
    for (const one of table.current?.querySelectorAll<HTMLElement>(CONTROL) ?? []) one.tabIndex = -1;
    stop.current = control;
    if (control) control.tabIndex = 0;
  };
  useEffect(() => {
    const isThere = stop.current !== null && table.current?.contains(stop.current);
    stopAt(isThere ? stop.current : table.current && controlIn(table.current));
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = event.ctrlKey || event.altKey || event.metaKey ? null : cellOf(event.target);
    const next =
      cell &&
      WAYS[event.key]?.(cell)
        .map(controlIn)
        .find((control) => control !== null);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div className="draft-matrix">
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells are gone through by arrows
        role="grid"
        onKeyDown={onKeyDown}
        onFocus={({ target }) => target.matches(CONTROL) && stopAt(target)}
      >
        {children}
      </table>
    </div>
  );
}

function cellOf(target: EventTarget): Cell | null {
  const at = target instanceof Element ? target.closest('td') : null;
  const line = at?.closest('tr');
  const body = line?.closest('tbody');
  if (!at || !line || !body) return null;
  return {
    at,
    row: [...line.cells],
    column: [...body.rows].flatMap(({ cells }) => cells[at.cellIndex] ?? []),
  };
}
