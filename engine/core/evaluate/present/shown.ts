import type { CompiledSection, Json, JsonObject, RowRef } from '#core/model/index.ts';

/** Whether a field or a slot stands on a sheet of its section; one that names no sheets stands on all of them. */
export function standsOn({ sheets }: { sheets?: string[] }, sheet: string): boolean {
  return sheets === undefined || sheets.includes(sheet);
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
  return strikes.some((strike) => strike.section === section.id && strike.row === row.id);
}
