import type { Change } from '#core/change/index.ts';
import type { SheetDefinition } from '#core/model/index.ts';

/** A setting that is called otherwise, stands elsewhere, or has another value at first. */
export type TypedSetting = {
  title: string;
  /** The group in which it stands; empty: none, `NEW_GROUP`: one that is made. */
  group: string;
  groupTitle: string;
  preset: string;
};

/** No group goes by this: ids of groups are words. */
export const NEW_GROUP = '+';

const NUMBER = /^\d{1,4}(\.\d{1,2})?$/;

const groupIn = ({ settingGroups = {} }: SheetDefinition, setting: string): string =>
  Object.entries(settingGroups).find(([, { settings }]) => settings.includes(setting))?.[0] ?? '';

/** A setting as it is. */
export function typedSetting(sheet: SheetDefinition, setting: string): TypedSetting {
  const { title = setting, preset } = sheet.settings?.[setting] ?? {};
  const value = typeof preset === 'number' ? String(preset) : '';
  return { title, group: groupIn(sheet, setting), groupTitle: '', preset: value };
}

/** What cannot be of it. */
export function wrongTyped(
  sheet: SheetDefinition,
  setting: string,
  typed: TypedSetting,
): (keyof TypedSetting)[] {
  const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = sheet.settings?.[setting] ?? {};
  const value = Number(typed.preset);
  const isNumber = NUMBER.test(typed.preset) && value >= minimum && value <= maximum;
  return [
    ...(typed.title.trim() === '' ? (['title'] as const) : []),
    ...(typed.group === NEW_GROUP && typed.groupTitle.trim() === '' ? (['groupTitle'] as const) : []),
    ...(typed.preset === '' || isNumber ? [] : (['preset'] as const)),
  ];
}

type At = { sheet: SheetDefinition; cycle: string; setting: string };

/** The changes that make it so; `newGroup`: the id of a group that is made. */
export function settingChanges(at: At, typed: TypedSetting, newGroup: string): Change[] {
  const { sheet, cycle, setting } = at;
  const before = typedSetting(sheet, setting);
  const patch = {
    ...(typed.title.trim() !== before.title && { title: typed.title.trim() }),
    ...(typed.preset !== before.preset && { preset: typed.preset === '' ? null : Number(typed.preset) }),
  };
  return [
    ...(Object.keys(patch).length > 0
      ? [{ kind: 'changeSetting', sheet: sheet.id, cycle, setting, patch }]
      : []),
    ...(typed.group === before.group ? [] : [grouped(at, before, typed, newGroup)]),
  ];
}

function grouped(
  { sheet, cycle, setting }: At,
  before: TypedSetting,
  typed: TypedSetting,
  newGroup: string,
): Change {
  const groups = sheet.settingGroups ?? {};
  const [group, order] =
    typed.group === ''
      ? [before.group, (groups[before.group]?.settings ?? []).filter((one) => one !== setting)]
      : [
          typed.group === NEW_GROUP ? newGroup : typed.group,
          [...(groups[typed.group]?.settings ?? []), setting],
        ];
  const title = typed.group === NEW_GROUP ? { title: typed.groupTitle.trim() } : {};
  return { kind: 'groupSettings', sheet: sheet.id, cycle, group, order, ...title };
}
