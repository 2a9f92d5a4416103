import { isObject, pointer, valueAt, without } from '#core/json/index.ts';
import type { CompiledGridItem, CompiledSection, CompiledStep, JsonObject } from '#core/model/index.ts';
import { truthy } from '#core/vocabulary/index.ts';
import { hide, isHidden } from '../../hidden.ts';
import { itemPointer } from '../names.ts';
import type { ResolvedAnswers } from '../resolved.ts';
import { atNoColumn } from '../scope.ts';
import { type Change, type Describe, given, put } from './step.ts';

/** Hides an item of a grid, or computes its cells. */
export function changingItem(step: CompiledStep, item: CompiledGridItem, section: CompiledSection): Change {
  return step.verb === 'show' ? hiding(step, item, section) : deriving(step, item, section);
}

function hiding(step: CompiledStep, item: CompiledGridItem, { id }: CompiledSection): Change {
  const describe: Describe = () => ({ at: itemPointer(id, item), what: 'visibleWhen' });
  const [cells, mark] = [
    ['cells', item.id],
    ['marks', item.id],
  ] as const;
  return (grid, resolved) => {
    if (!isObject(grid) || truthy(given(step, resolved, describe))) return grid;
    hide(resolved.hidden, item);
    return without(without(grid, cells), mark);
  };
}

function deriving(step: CompiledStep, item: CompiledGridItem, section: CompiledSection): Change {
  const above = itemPointer(section.id, item);
  const describe: Describe = ({ column }) => ({ at: above + pointer(column?.id ?? ''), what: 'derive' });
  return (grid, resolved) => {
    if (!isObject(grid) || isHidden(resolved.hidden, item)) return grid;
    const derived = deriveItem(step, item, grid, section, resolved, describe);
    atNoColumn(resolved.data);
    return derived;
  };
}

function deriveItem(
  step: CompiledStep,
  item: CompiledGridItem,
  value: JsonObject,
  section: CompiledSection,
  resolved: ResolvedAnswers,
  describe: Describe,
): JsonObject {
  const { data } = resolved;
  let grid = value;
  for (const column of section.ruleColumns) {
    data.column = column;
    data.cells = otherCells(section, item, grid, column.id);
    const cell = given(step, resolved, describe);
    const path = ['cells', item.id, column.id];
    if (cell !== (valueAt(grid, path) ?? null)) grid = put(grid, path, cell, resolved);
  }
  return grid;
}

function otherCells(
  section: CompiledSection,
  item: CompiledGridItem,
  grid: JsonObject,
  column: string,
): JsonObject {
  const cells: JsonObject = {};
  for (const other of section.items) {
    const value = other === item ? undefined : valueAt(grid, ['cells', other.id, column]);
    if (value !== undefined) cells[other.id] = value;
  }
  return cells;
}
