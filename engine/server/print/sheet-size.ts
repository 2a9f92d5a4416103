import type { Application, CompiledEdition, Facts } from '#core/model/index.ts';
import { measureSheet } from './html/sheet.ts';

/**
 * Whether a sheet that is made to fit does, and the size of its letters in points; undefined of any other.
 * @throws Error as `measureSheet` does
 */
export function sheetSize(
  edition: CompiledEdition,
  application: Application,
  facts: Facts,
  sheet: string,
): { fits: boolean; fontSize: number } | undefined {
  const setting = edition.sheets[sheet]?.fit?.fontSize;
  const fit = measureSheet(edition, application, facts, sheet);
  if (fit === undefined || setting === undefined) return undefined;
  return { fits: fit.overflow.length === 0, fontSize: Number(fit.settings[setting]) };
}
