import { cellSchema, withOwnItems } from '#core/form/index.ts';
import { valueAt } from '#core/json/index.ts';
import type { CompiledSection, FieldSchema, GridValue, Json } from '#core/model/index.ts';
import type { Live } from '../store/live.ts';

/** One line of a grid as it is drawn: the definition's item, or one that the person added. */
export type Line = {
  id: string;
  title: string;
  unit?: string | undefined;
  help?: string | undefined;
  required: boolean;
  derived: boolean;
  own: boolean;
  marked: boolean;
  schema: FieldSchema;
  cells: Record<string, Json>;
};

/** The lines that are visible now: the definition's, those that the person added, then totals. */
export function linesOf(section: CompiledSection, grid: GridValue, live: Live): Line[] {
  const { definition } = section;
  const ticked = definition.mark?.default ?? false;
  const given = section.items.flatMap((item) => {
    const state = live.item(definition.id, item.id);
    if (!state.visible) return [];
    const computed = valueAt(live.values, [definition.id, 'cells', item.id]) as
      | Record<string, Json>
      | undefined;
    return [
      {
        id: item.id,
        title: item.title,
        unit: item.unit,
        help: definition.items?.find(({ id }) => id === item.id)?.help,
        required: state.required,
        derived: item.derive !== undefined,
        own: false,
        marked: grid.marks[item.id] ?? ticked,
        schema: item.schema,
        cells: (item.derive ? computed : grid.cells[item.id]) ?? {},
      },
    ];
  });
  const added = grid.own.map((row) => ({
    ...row,
    required: false,
    derived: false,
    own: true,
    marked: row.mark ?? ticked,
    schema: definition.own === undefined ? {} : cellSchema(definition, definition.own.cell),
  }));
  return withOwnItems<Line>(given, added, ({ derived }) => derived);
}
