import { interpolate } from '#core/json/index.ts';
import type { CycleDefinition, GridColumn, SectionDefinition } from '#core/model/index.ts';

/** No grid is wider, whatever its years say. */
const MOST_COLUMNS = 100;

/** The columns of a grid, years counted from the cycle's. Empty for other kinds of section. */
export function columnsOf({ columns }: SectionDefinition, cycle: CycleDefinition): GridColumn[] {
  if (columns === undefined) return [];
  if (Array.isArray(columns)) return columns;
  const { from, to } = columns.years;
  const count = Math.max(0, Math.min(to - from + 1, MOST_COLUMNS));
  return Array.from({ length: count }, (_, offset) => {
    const id = String(cycle.year + from + offset);
    return { id, title: interpolate(columns.title, { year: id }) };
  });
}
