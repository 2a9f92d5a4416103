import { pointer } from '#core/json/index.ts';
import type { FitDefinition, SheetDefinition } from '#core/model/index.ts';
import type { Check, Finding } from '../../context.ts';

/** A sheet that is made to fit and cannot be: of more pages, by settings without bounds, or with tables nobody measures. */
export const sheetFit: Check = {
  code: 'sheet-fit',
  run: ({ definition }) =>
    definition.sheets.flatMap((sheet, index) =>
      sheet.fit ? checkFit(sheet, sheet.fit, pointer('sheets', index)) : [],
    ),
};

function checkFit(sheet: SheetDefinition, fit: FitDefinition, at: string): Finding[] {
  return [
    ...(sheet.pages === 1 ? [] : [{ at: `${at}/fit`, sentence: 'sheet-fit.pages' as const }]),
    ...checkSettings(sheet, fit, at),
    ...checkWidths(fit, at),
    ...checkTables(sheet, fit, at),
  ];
}

function checkSettings({ settings = {} }: SheetDefinition, fit: FitDefinition, at: string): Finding[] {
  const blank = (fit.blankRows ?? []).map((name, index) => ({ name, at: pointer('blankRows', index) }));
  return [{ name: fit.fontSize, at: '/fontSize' }, ...blank]
    .filter(({ name }) => {
      const { minimum, maximum, preset } = settings[name] ?? {};
      return minimum === undefined || maximum === undefined || preset !== undefined;
    })
    .map(({ name, at: within }) => ({
      at: `${at}/fit${within}`,
      sentence: 'sheet-fit.setting' as const,
      params: { name },
    }));
}

/** Widths from a least to a most are parts of a hundred, and must be able to make a hundred. */
function checkWidths({ columns }: FitDefinition, at: string): Finding[] {
  const rooms = columns.map((one): readonly [number, number] => (typeof one === 'number' ? [one, one] : one));
  const [least, most] = [0, 1].map((end) => rooms.reduce((sum, room) => sum + (room[end] ?? 0), 0));
  const isOpen = columns.some((one) => typeof one !== 'number');
  const isUpsideDown = rooms.some(([from, to]) => from > to);
  if (!isUpsideDown && (!isOpen || ((least ?? 0) <= WHOLE && (most ?? 0) >= WHOLE))) return [];
  const params = { least: least ?? 0, most: most ?? 0 };
  return [{ at: `${at}/fit/columns`, sentence: 'sheet-fit.widths' as const, params }];
}

const WHOLE = 100;

function checkTables({ template }: SheetDefinition, { columns }: FitDefinition, at: string): Finding[] {
  const from = template.search(/class="(?:[^"]* )?fit[ "]/);
  const inside = from < 0 ? '' : template.slice(from);
  const found = inside.match(/<table\b/g)?.length ?? 0;
  const spans = template.search(/\browspan\b/);
  return [
    ...(found === columns.length
      ? []
      : [
          {
            at: `${at}/fit/columns`,
            sentence: 'sheet-fit.columns' as const,
            params: { wanted: columns.length, found },
          },
        ]),
    ...(spans < 0
      ? []
      : [
          {
            at: `${at}/template`,
            sentence: 'sheet-fit.spans' as const,
            params: { line: template.slice(0, spans).split('\n').length },
          },
        ]),
  ];
}
