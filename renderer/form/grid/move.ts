/**
 * Moves the focus between the cells of a grid as a spreadsheet does: up, down and Enter by rows; left and right
 * from the text's edge. Gives whether the key was one of those and there was somewhere to go.
 */
export function moveFocus(from: HTMLInputElement, key: string): boolean {
  const step = STEPS[key];
  if (!step || !atEdge(from, key)) return false;
  const target = step.row === 0 ? beside(from, step.column) : below(from, step.row);
  target?.focus();
  target?.select();
  return target !== undefined;
}

const STEPS: Record<string, { row: number; column: number } | undefined> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  Enter: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

function atEdge({ selectionStart, selectionEnd, value }: HTMLInputElement, key: string): boolean {
  const all = selectionStart === 0 && selectionEnd === value.length;
  if (key === 'ArrowLeft') return selectionStart === 0 || all;
  if (key === 'ArrowRight') return selectionEnd === value.length || all;
  return true;
}

const cellsIn = (element: Element | null | undefined): HTMLInputElement[] => [
  ...(element?.querySelectorAll<HTMLInputElement>('input[data-cell]') ?? []),
];

function beside(from: HTMLInputElement, by: number): HTMLInputElement | undefined {
  const cells = cellsIn(from.closest('tr') ?? from.closest('[data-cells]'));
  return cells[cells.indexOf(from) + by];
}

function below(from: HTMLInputElement, by: number): HTMLInputElement | undefined {
  const row = from.closest('tr');
  const rows = [...(row?.parentElement?.children ?? [])].filter((other) => cellsIn(other).length > 0);
  const column = cellsIn(row).indexOf(from);
  const next = cellsIn(rows[rows.indexOf(row as Element) + by]);
  return next[Math.min(column, next.length - 1)];
}
