import type { JsonObject, SheetDefinition } from '#core/model/index.ts';

/** What a sheet is set with where nobody has set anything: the settings that have a preset. */
export function presetsOf({ settings = {} }: SheetDefinition): JsonObject {
  const presets = Object.entries(settings).filter(([, { preset }]) => preset !== undefined);
  return Object.fromEntries(presets.map(([name, { preset }]) => [name, preset ?? null]));
}
