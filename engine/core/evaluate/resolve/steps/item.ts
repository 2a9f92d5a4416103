import { isObject, pointer, valueAt, without } from '#core/json/index.ts';
import type { CompiledGridItem, CompiledSection, CompiledStep, JsonObject } from '#core/model/index.ts';
import { hide, isHidden } from '../../hidden.ts';
import { itemPointer } from '../names.ts';
import { derived, holds, put, type Site } from './step.ts';

/** Hides an item of a grid, or computes its cells. */
export function runItemStep(step: CompiledStep, item: CompiledGridItem, site: Site): void {
  const { value, resolved } = site;
  if (!isObject(value)) return;
  if (step.verb === 'derive') {
    if (!isHidden(resolved.hidden, item)) resolved.values[step.section] = deriveItem(step, item, value, site);
    return;
  }
  if (holds(step, site, () => itemPointer(step.section, item))) return;
  hide(resolved.hidden, item);
  resolved.values[step.section] = without(without(value, ['cells', item.id]), ['marks', item.id]);
}

function deriveItem(step: CompiledStep, item: CompiledGridItem, value: JsonObject, site: Site): JsonObject {
  const { section, data, resolved } = site;
  let grid = value;
  for (const column of section.ruleColumns) {
    data.column = column;
    data.cells = otherCells(section, item, grid, column.id);
    const at = () => `${itemPointer(step.section, item)}${pointer(column.id)}`;
    const cell = derived(step, site, at);
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
