import type { CompiledSection, Json, JsonObject, RowRef } from '../../model/index.ts';

/** Whether something stands on a sheet; what names no sheets stands where its section does. */
export function standsOn(sheets: string[] | undefined, sheet: string, otherwise: boolean): boolean {
  return sheets === undefined ? otherwise : sheets.includes(sheet);
}

/** The tick decides only over the sheets that the section's `mark` names. */
export function isTicked(section: CompiledSection, mark: Json | undefined, sheet: string): boolean {
  const decides = section.definition.mark;
  if (decides === undefined || !decides.sheets.includes(sheet)) return true;
  return typeof mark === 'boolean' ? mark : decides.default;
}

/** A struck row leaves the sheets that the section's `strike` names. */
export function isStruck(
  section: CompiledSection,
  row: JsonObject,
  strikes: RowRef[],
  sheet: string,
): boolean {
  if (section.definition.strike?.sheets.includes(sheet) !== true) return false;
  return strikes.some((strike) => strike.section === section.definition.id && strike.row === row.id);
}
