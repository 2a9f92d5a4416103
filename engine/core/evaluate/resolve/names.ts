import { pointer } from '#core/json/index.ts';
import type { CompiledField, CompiledGridItem, Json } from '#core/model/index.ts';

/** Where a field stands: `/section/path`, or `/section/index/path` in a row. */
export function fieldPointer(section: string, index: number | null, field: CompiledField): string {
  return index === null ? `/${section}${field.path}` : `/${section}/${index}${field.path}`;
}

/** Where these keys lead inside a section. */
export function atSegments(section: string, segments: readonly string[]): string {
  return `/${section}${pointer(...segments)}`;
}

/** Where a grid's item stands. */
export function itemPointer(section: string, item: CompiledGridItem): string {
  return `/${section}${pointer('cells', item.id)}`;
}

/** The name of a slot among an application's: `section/slot`, or `section/row/slot`. */
export function slotKey(section: string, slot: string, row?: Json): string {
  return row === undefined ? `${section}/${slot}` : `${section}/${String(row)}/${slot}`;
}
