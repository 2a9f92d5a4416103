import type { Change } from '#core/change/index.ts';
import { type JsonObject, sameJson } from '#core/json/index.ts';
import type { SheetDefinition } from '#core/model/index.ts';

/** Keywords of a setting that are numbers, in the order in which they are asked for. */
export const BOUNDS = ['minimum', 'maximum', 'preset'] as const;

/** What is typed about a sheet; numbers as texts, by setting and keyword. */
export type TypedSheet = {
  size: string;
  orientation: string;
  margin: string;
  pages: string;
  formats: string[];
  frozenIn: string[];
  numbers: Record<string, string>;
};

/** What somebody has changed of it: what they left alone is as the sheet is, whoever changes that meanwhile. */
export type TouchedSheet = Partial<TypedSheet>;

export const withTouched = (typed: TypedSheet, touched: TouchedSheet): TypedSheet => ({
  ...typed,
  ...touched,
  numbers: { ...typed.numbers, ...touched.numbers },
});

/** What is touched, and this besides. */
export const touching = (touched: TouchedSheet, patch: TouchedSheet): TouchedSheet => ({
  ...touched,
  ...patch,
  ...(patch.numbers && { numbers: { ...touched.numbers, ...patch.numbers } }),
});

/** A setting with its title alone, and with that of its group before it. */
type ListedSetting = { name: string; title: string; whole: string; group: string | null };

export const keyOf = (name: string, bound: string): string => `${name}/${bound}`;

/** The sheet as it is. */
export function typedOf({
  paper,
  pages,
  formats,
  frozenIn = [],
  settings = {},
}: SheetDefinition): TypedSheet {
  const numbers = Object.entries(settings).flatMap(([name, schema]) =>
    BOUNDS.flatMap((bound): [string, string][] => {
      const value = schema[bound];
      return typeof value === 'number' ? [[keyOf(name, bound), String(value)]] : [];
    }),
  );
  return {
    size: paper.size,
    orientation: paper.orientation,
    margin: paper.margin ?? '',
    pages: pages === undefined ? '' : String(pages),
    formats,
    frozenIn,
    numbers: Object.fromEntries(numbers),
  };
}

/** Every setting, each with the group that it stands in: first those of the whole sheet, then group by group. */
export function listedSettings({ settings = {}, settingGroups = {} }: SheetDefinition): ListedSetting[] {
  const grouped = Object.entries(settingGroups).flatMap(([group, one]) =>
    one.settings.map((name) => ({ name, group, before: `${one.title} · ` })),
  );
  const alone = Object.keys(settings).filter((name) => !grouped.some((one) => one.name === name));
  return [...alone.map((name) => ({ name, group: null, before: '' })), ...grouped].flatMap(
    ({ name, group, before }) => {
      const { title = name } = settings[name] ?? {};
      return settings[name] ? [{ name, title, whole: before + title, group }] : [];
    },
  );
}

const NUMBER = /^\d{1,4}(\.\d{1,2})?$/;
const PAGES = /^[1-9]\d{0,2}$/;

/**
 * What cannot be read or cannot be: the number of pages, no form of print at all, numbers of a setting that are none, the
 * most below the least, or a first value outside of both.
 */
export function wrongIn({ pages, formats, numbers }: TypedSheet): string[] {
  return [
    ...(pages === '' || PAGES.test(pages) ? [] : ['pages']),
    ...(formats.length === 0 ? ['formats'] : []),
    ...Object.keys(numbers).filter((key) => !isSound(numbers, key)),
  ];
}

function isSound(numbers: TypedSheet['numbers'], key: string): boolean {
  const text = numbers[key] ?? '';
  if (!NUMBER.test(text)) return false;
  const [name = '', bound = ''] = key.split('/');
  const value = (one: string): number | undefined => {
    const written = numbers[keyOf(name, one)];
    return written !== undefined && NUMBER.test(written) ? Number(written) : undefined;
  };
  const [least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY] = [
    value('minimum'),
    value('maximum'),
  ];
  return bound === 'minimum' || (Number(text) >= least && (bound === 'maximum' || Number(text) <= most));
}

/** The changes that make of a sheet what is typed; null where that cannot be read. */
export function changesOf(sheet: SheetDefinition, typed: TypedSheet, cycle: string): Change[] | null {
  if (wrongIn(typed).length > 0) return null;
  const patch = patchOf(sheet, typed);
  const before = typedOf(sheet).numbers;
  const numbers = Object.entries(typed.numbers).filter(([key, text]) => before[key] !== text);
  return [
    ...(Object.keys(patch).length > 0 ? [{ kind: 'changeSheet', sheet: sheet.id, cycle, patch }] : []),
    ...numbers.map(([key, text]) => ({
      kind: 'setNumber',
      ...{ part: 'sheet', id: sheet.id, cycle },
      way: ['settings', ...key.split('/')],
      number: Number(text),
    })),
  ];
}

function patchOf(sheet: SheetDefinition, { pages, formats, frozenIn, ...paper }: TypedSheet): JsonObject {
  const { size, orientation, margin } = paper;
  const { margin: _margin, ...others } = sheet.paper;
  const next = { ...others, size, orientation, ...(margin.trim() !== '' && { margin: margin.trim() }) };
  const states = frozenIn.length > 0 ? frozenIn : null;
  return {
    ...(!sameJson(next, sheet.paper) && { paper: next }),
    ...(pages !== String(sheet.pages ?? '') && { pages: pages === '' ? null : Number(pages) }),
    ...(!sameJson(formats, sheet.formats) && { formats }),
    ...(!sameJson(states, sheet.frozenIn ?? null) && { frozenIn: states }),
  };
}
