import { blocksOf, type Change, settingStyles, tablesOf } from '#core/change/index.ts';
import type { SheetDefinition } from '#core/model/index.ts';

/** What a setting can do on a page, with the bounds that are proposed for it. */
export type Doing = {
  key: string;
  title: string;
  /** The style of which it is the value; absent: it is how many empty rows stand behind the records. */
  property?: string;
  unit?: string;
  minimum: string;
  maximum: string;
  preset: string;
};

/** A setting as it is typed in. */
export type NewSetting = {
  does: string;
  /** Empty: the sheet as a whole. */
  block: string;
  title: string;
  minimum: string;
  maximum: string;
  preset: string;
};

type DoingTitles = { letters: string; lines: string; rows: string };

/** What can be chosen: letters, lines and rows, and whatever else the settings of this sheet do already. */
export function doingsOf({ settings = {} }: SheetDefinition, template: string, titles: DoingTitles): Doing[] {
  const own: Doing[] = [
    { key: 'letters', title: titles.letters, property: 'font-size', unit: 'pt', ...bounds('8', '14') },
    { key: 'lines', title: titles.lines, property: 'line-height', unit: '', ...bounds('1', '3') },
    { key: 'rows', title: titles.rows, ...bounds('0', '20', '0') },
  ];
  const others = settingStyles(template).flatMap(({ property, unit, setting }): Doing[] => {
    const { title = setting, minimum, maximum } = settings[setting] ?? {};
    if (property === undefined || own.some((one) => one.property === property)) return [];
    const found = bounds(String(minimum ?? ''), String(maximum ?? ''));
    return [{ key: property, title, property, ...(unit !== undefined && { unit }), ...found }];
  });
  return [...own, ...others];
}

const bounds = (minimum: string, maximum: string, preset = '') => ({ minimum, maximum, preset });

/** The blocks on which a setting can act: for empty rows those that print a row for each record. */
export function blocksFor({ property }: Pick<Doing, 'property'>, template: string): string[] {
  const blocks = blocksOf(template).filter(({ level, isHidden }) => level === 0 && !isHidden);
  const records = tablesOf(template).map(({ lines }) => lines.record);
  return blocks
    .filter(
      ({ start, end }) => property !== undefined || records.some((one) => one.start > start && one.end < end),
    )
    .map(({ key }) => key);
}

const NUMBER = /^\d{1,4}(\.\d{1,2})?$/;

/** What keeps a setting from being added, by field. */
export function wrongSetting({ title, minimum, maximum, preset }: NewSetting): (keyof NewSetting)[] {
  const [least, most] = [minimum, maximum].map(Number);
  const isBetween =
    preset === '' ||
    (NUMBER.test(preset) && Number(preset) >= Number(least) && Number(preset) <= Number(most));
  return [
    ...(title.trim() === '' ? (['title'] as const) : []),
    ...(NUMBER.test(minimum) ? [] : (['minimum'] as const)),
    ...(NUMBER.test(maximum) && Number(most) >= Number(least) ? [] : (['maximum'] as const)),
    ...(isBetween ? [] : (['preset'] as const)),
  ];
}

type At = { sheet: SheetDefinition; cycle: string; setting: string; doing: Doing };

/** The change that adds a setting: of a block in the group of that name, which is made where there is none. */
export function settingAdded({ sheet, cycle, setting, doing }: At, typed: NewSetting): Change | null {
  if (wrongSetting(typed).length > 0 || setting === '') return null;
  const { property, unit = '' } = doing;
  const isWhole = [typed.minimum, typed.maximum].every((text) => Number.isInteger(Number(text)));
  const element = {
    type: property === undefined && isWhole ? 'integer' : 'number',
    title: typed.title.trim(),
    ...{ minimum: Number(typed.minimum), maximum: Number(typed.maximum) },
    ...(typed.preset !== '' && { preset: Number(typed.preset) }),
  };
  const acts = {
    ...(typed.block !== '' && { block: typed.block }),
    ...(property !== undefined && { property, unit }),
  };
  return {
    kind: 'addSetting',
    sheet: sheet.id,
    cycle,
    setting,
    element,
    acts,
    ...groupFor(sheet, typed, setting),
  };
}

function groupFor({ settingGroups = {} }: SheetDefinition, { block }: NewSetting, setting: string) {
  if (block === '') return {};
  const known = Object.entries(settingGroups).find(([, { title }]) => title === block);
  return known ? { group: known[0] } : { group: setting, title: block.replace(/ #\d+$/, '') };
}
