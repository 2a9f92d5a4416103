import type { Change } from '#core/change/index.ts';
import type { Json } from '#core/json/index.ts';
import type { RosterColumn, RosterDefinition } from '#core/model/index.ts';
import { elementKey } from '#core/translate/index.ts';
import type { ColumnSource } from './sources.ts';

/** How a change names a column: its id, or its title. */
export const columnKey = (column: RosterColumn, index: number): string =>
  elementKey(column as unknown as Json, index);

export const keysOf = ({ columns }: RosterDefinition): string[] => columns.map(columnKey);

/** What leads from one order to another: one column that moved says so, several are an order. */
export function orderChange(roster: RosterDefinition, cycle: string, order: string[]): Change[] {
  const before = keysOf(roster);
  if (before.join('\n') === order.join('\n')) return [];
  const moved = order.filter((key) => {
    const [was, is] = [before.filter((one) => one !== key), order.filter((one) => one !== key)];
    return was.join('\n') === is.join('\n');
  });
  const [column] = moved;
  if (column === undefined) return [{ kind: 'orderColumns', roster: roster.id, cycle, order }];
  const after = order[order.indexOf(column) - 1] ?? null;
  return [{ kind: 'moveColumn', roster: roster.id, cycle, column, after }];
}

/** A column as it is typed in. */
export type NewColumn = { title: string; source: ColumnSource | undefined; after: string; width: string };

/** The change that adds a column. */
export function columnAdded(
  roster: RosterDefinition,
  cycle: string,
  { title, source, after, width }: NewColumn,
): Change[] | null {
  const name = title.trim();
  const isTaken = roster.columns.some((one) => one.title === name);
  if (name === '' || !source || isTaken || !isWidth(width)) return null;
  const element = {
    ...{ title: name, value: source.value },
    ...(source.type && { type: source.type }),
    ...(width.trim() !== '' && { width: Number(width) }),
  };
  return [
    { kind: 'addColumn', roster: roster.id, cycle, column: name, element, ...(after !== '' && { after }) },
  ];
}

export const isWidth = (text: string): boolean => text.trim() === '' || /^[1-9]\d?$/.test(text.trim());
