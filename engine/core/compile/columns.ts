import { interpolate } from '#core/json/index.ts';
import type { CycleDefinition, GridColumn, SectionDefinition } from '#core/model/index.ts';

/** The columns of a grid, years counted from the cycle's. Empty for other kinds of section. */
export function columnsOf(section: SectionDefinition, cycle: CycleDefinition): GridColumn[] {
  const columns = section.columns;
  if (columns === undefined) return [];
  if (Array.isArray(columns)) return columns;
  const years: GridColumn[] = [];
  for (let offset = columns.years.from; offset <= columns.years.to; offset += 1) {
    const id = String(cycle.year + offset);
    years.push({ id, title: interpolate(columns.title, { year: id }) });
  }
  return years;
}
