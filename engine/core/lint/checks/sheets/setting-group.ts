import { pointer } from '#core/json/index.ts';
import type { SheetDefinition } from '#core/model/index.ts';
import type { Check, Finding } from '../../context.ts';

/** A group of settings that names one which the sheet does not have, or which stands in another group already. */
export const settingGroup: Check = {
  code: 'setting-group',
  run: ({ definition }) =>
    definition.sheets.flatMap((sheet, index) => ofSheet(sheet, pointer('sheets', index, 'settingGroups'))),
};

function ofSheet({ settings = {}, settingGroups = {} }: SheetDefinition, at: string): Finding[] {
  const grouped = new Set<string>();
  return Object.entries(settingGroups).flatMap(([group, { settings: names }]) =>
    names.flatMap((name, index): Finding[] => {
      const place = at + pointer(group, 'settings', index);
      const isTwice = grouped.has(name);
      grouped.add(name);
      if (!Object.hasOwn(settings, name)) return [{ at: place, params: { name } }];
      return isTwice ? [{ at: place, sentence: 'setting-group.twice', params: { name } }] : [];
    }),
  );
}
