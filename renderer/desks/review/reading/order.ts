import { isObject } from '#core/json/index.ts';
import type { CompiledCategory, FileRef, JsonObject } from '#core/model/index.ts';

/** Files in the order in which they are read: by section, row and slot. */
export function inReadingOrder(
  files: readonly FileRef[],
  category: CompiledCategory,
  values: JsonObject,
): FileRef[] {
  const sections = category.definition.pages.flatMap((page) => page.sections);
  const rowAt = ({ section, row }: FileRef): number => {
    const rows = values[section];
    return row === undefined || !Array.isArray(rows)
      ? -1
      : rows.findIndex((one) => isObject(one) && one.id === row);
  };
  const slotAt = ({ section, slot }: FileRef): number =>
    category.bySection[section]?.slots.findIndex(({ definition }) => definition.id === slot) ?? -1;
  const place = (file: FileRef): number[] => [sections.indexOf(file.section), rowAt(file), slotAt(file)];
  return [...files].sort((a, b) => {
    const [left, right] = [place(a), place(b)];
    const first = left.findIndex((one, index) => one !== right[index]);
    return first < 0 ? 0 : (left[first] ?? 0) - (right[first] ?? 0);
  });
}
