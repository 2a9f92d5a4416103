/** What is typed about a sheet as changes: what was left alone is not among them, whoever changed it meanwhile. */
import { describe, expect, it } from 'vitest';
import { changesOf, touching, typedOf, withTouched, wrongIn } from '#admin-ui/draft/rooms/sheets/settings.ts';
import type { SheetDefinition } from '#core/model/index.ts';

const SHEET: SheetDefinition = {
  id: 'card',
  title: 'Card',
  paper: { size: 'A5', orientation: 'portrait', nUp: 2 },
  formats: ['html', 'pdf'],
  settings: { size: { type: 'number', title: 'Size', minimum: 8, maximum: 14, preset: 10.5 } },
  template: '',
  css: '',
};
const made = (touched: Parameters<typeof touching>[0], sheet = SHEET) =>
  changesOf(sheet, withTouched(typedOf(sheet), touched), '2026');

describe('the settings of a sheet', () => {
  it('are no change while nothing is another', () => {
    expect(made({})).toEqual([]);
    expect(made({ margin: '', pages: '', numbers: { 'size/preset': '10.5' } })).toEqual([]);
  });

  it('are told as the sheet’s own, and a number for each bound', () => {
    const touched = touching(
      { numbers: { 'size/preset': '11' } },
      { pages: '2', numbers: { 'size/maximum': '12' } },
    );
    expect(made(touched)).toEqual([
      { kind: 'changeSheet', sheet: 'card', cycle: '2026', patch: { pages: 2 } },
      ...(['maximum', 'preset'] as const).map((bound) => ({
        ...{ kind: 'setNumber', part: 'sheet', id: 'card', cycle: '2026', way: ['settings', 'size', bound] },
        number: bound === 'preset' ? 11 : 12,
      })),
    ]);
  });

  it('keep what somebody else has changed in the meantime', () => {
    const theirs: SheetDefinition = {
      ...SHEET,
      paper: { ...SHEET.paper, margin: '1cm' },
      frozenIn: ['handed'],
    };
    expect(made({ orientation: 'landscape' }, theirs)).toEqual([
      {
        ...{ kind: 'changeSheet', sheet: 'card', cycle: '2026' },
        patch: { paper: { size: 'A5', orientation: 'landscape', nUp: 2, margin: '1cm' } },
      },
    ]);
  });

  it.each([
    [{ pages: 'x' }, ['pages']],
    [{ pages: '0' }, ['pages']],
    [{ formats: [] }, ['formats']],
    [{ numbers: { 'size/preset': '' } }, ['size/preset']],
    [{ numbers: { 'size/preset': '15' } }, ['size/preset']],
    [{ numbers: { 'size/preset': '7' } }, ['size/preset']],
    [{ numbers: { 'size/maximum': '7' } }, ['size/maximum', 'size/preset']],
    [{ numbers: { 'size/minimum': '１0' } }, ['size/minimum']],
    [{ numbers: { 'size/minimum': '10.5', 'size/maximum': '10.5' } }, []],
  ])('cannot be %j', (touched, wrong) => {
    expect(wrongIn(withTouched(typedOf(SHEET), touched))).toEqual(wrong);
    expect(made(touched) === null).toBe(wrong.length > 0);
  });
});
