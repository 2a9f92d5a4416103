import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ADVANCES, fitSheet, measureFit } from '#core/fit/index.ts';
import { openColumns } from '#core/fit/layout.ts';
import { openMeasure } from '#core/fit/measure.ts';
import type { JsonObject } from '#core/model/index.ts';
import { bodyOf, OPEN, SHEET, type Tables, tables } from './sheets.ts';

const fitted = (all: Tables, chosen: JsonObject = {}, sheet = SHEET) =>
  fitSheet(sheet, bodyOf(all), { chosen }, ADVANCES);
const column = (...texts: string[][]) => ({ texts });
const han = (count: number): string => '文'.repeat(count);

describe('a sheet that is made to fit', () => {
  it('takes the largest letters and fills the page with empty rows where little stands on it', () => {
    const { settings, share, overflow } = fitted([column(['甲']), column(['乙']), column(['丙'])]);
    expect(settings.fontSize).toBe(12);
    expect(settings.blank).toBeGreaterThan(30);
    expect(share).toBeLessThan(0.1);
    expect(overflow).toEqual([]);
  });

  it('leaves what a person has set, within the bounds', () => {
    const all = [column(['甲']), column(['乙']), column(['丙'])];
    expect(fitted(all, { fontSize: 8, blank: 2 }).settings).toEqual({ fontSize: 8, blank: 2 });
    expect(fitted(all, { fontSize: 3, blank: 0 }).settings.fontSize).toBe(5.5);
  });

  it('names the cells that lose a line for the fewest letters where it is too long', () => {
    const long = Array.from({ length: 30 }, (_, index) => [han(index === 4 ? 63 : 400)]);
    const { settings, overflow, share } = fitted([column(['甲']), column(...long), column(['丙'])]);
    expect(settings.fontSize).toBe(5.5);
    expect(share).toBeGreaterThan(1);
    expect(overflow.map(({ column: one }) => one)).toEqual([2]);
    const cuts = overflow[0]?.cuts ?? [];
    expect(cuts.length).toBeGreaterThan(1);
    expect(cuts[0]).toMatchObject({ block: '论文（2026 年）', cell: 1 });
  });

  it('fits after the cuts that it names', () => {
    const long = Array.from({ length: 26 }, (_, index) => [han(250 + index)]);
    const { overflow } = fitted([column(['甲']), column(...long), column(['丙'])]);
    const shorter = long.map(([text = ''], index) => {
      const cut = overflow[0]?.cuts.find(({ row }) => row === index + 1);
      return [text.slice(0, text.length - (cut?.letters ?? 0))];
    });
    expect(overflow).toHaveLength(1);
    expect(fitted([column(['甲']), column(...shorter), column(['丙'])]).overflow).toEqual([]);
  });

  it('fits after the cuts that it names where people ended lines themselves', () => {
    const long = Array.from({ length: 40 }, (_, index) => ['行一\n行二\n'.repeat(2 + (index % 3)).trim()]);
    const inLines = (rows: string[][]) => {
      const body = bodyOf([column(['甲']), column(...rows), column(['丙'])]);
      return fitSheet(SHEET, (set) => body(set).replaceAll('\n', '<br>'), { chosen: {} }, ADVANCES).overflow;
    };
    const overflow = inLines(long);
    const shorter = long.map(([text = ''], index) => {
      const cut = overflow[0]?.cuts.find(({ row }) => row === index + 1);
      return [text.slice(0, text.length - (cut?.letters ?? 0)).trim()];
    });
    expect(overflow[0]?.cuts.some(({ lines }) => lines > 1)).toBe(true);
    expect(inLines(shorter)).toEqual([]);
  });

  it.each<[string, JsonObject]>([
    ['letters', { fontSize: 12 }],
    ['empty rows', { blank: 40 }],
    ['both', { fontSize: 9.5, blank: 21 }],
  ])('is measured as it is set, where a person has set %s', (_, chosen) => {
    const all = [column(['甲']), column(...Array.from({ length: 12 }, () => [han(80)])), column(['丙'])];
    const { share, overflow } = fitted(all, chosen);
    expect(measureFit(SHEET, bodyOf(all), chosen, ADVANCES)).toEqual({ share, overflow });
    expect(share).toBeGreaterThan(fitted(all).share);
  });

  it('gives the width to the table that is the highest, and keeps to the bounds of each', () => {
    const long = Array.from({ length: 12 }, () => [han(160), han(160)]);
    const { columns, share } = fitted([column(['甲']), column(...long), column(['丙'])], {}, OPEN);
    expect(columns).toEqual([25, 25, 50]);
    expect(columns.reduce((sum, part) => sum + part, 0)).toBe(100);
    const fixed = { ...OPEN, fit: { ...OPEN.fit, columns: [28, 20, 52] } };
    expect(share).toBeLessThan(fitted([column(['甲']), column(...long), column(['丙'])], {}, fixed).share);
  });

  it('tears no short word that is whole in smaller letters, and gives its table the width', () => {
    const years = ['8（12）', '9（12）', '10000', '8（2）', '100%', '7'];
    const long = Array.from({ length: 9 }, () => [han(90), han(90)]);
    const all = [column(['甲']), column(years), column(...long)];
    const { settings, columns } = fitted(all, {}, OPEN);
    const size = Number(settings.fontSize);
    const { at } = openColumns(OPEN, bodyOf(all)({ blank: 0 }));
    const lines = at(1, columns[1] ?? 0).flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.map((cell) => openMeasure(ADVANCES).lines(cell, size))),
    );
    expect(lines.flat().filter((line) => /^[）0%]|（\d*$/.test(line))).toEqual([]);
    expect(columns[1]).toBeGreaterThan(15);
    // A word that no letters are small enough for holds nothing up.
    const address = [...years.slice(1), 'https://example.org/a-long-address-that-goes-on'];
    expect(fitted([column(['甲']), column(address), column(['丙'])], {}, OPEN).settings.fontSize).toBe(12);
  });

  it.each([
    ['fixed', SHEET],
    ['open', OPEN],
  ])(
    'fits or names an overflow, is the same every time, and no letter more makes it larger (%s widths)',
    (_, sheet) => {
      fc.assert(
        fc.property(tables, fc.nat(2), (all, index) => {
          const one = fitted(all, {}, sheet);
          expect(fitted(all, {}, sheet)).toEqual(one);
          expect(Number(one.settings.fontSize)).toBeGreaterThanOrEqual(5.5);
          expect(one.overflow.length > 0).toBe(one.share > 1);
          expect(measureFit(sheet, bodyOf(all), {}, ADVANCES)).toEqual({
            share: one.share,
            overflow: one.overflow,
          });
          const more = all.map(({ texts }, at) =>
            at === index ? { texts: texts.map((row) => row.map((text) => `${text}文`)) } : { texts },
          );
          const other = fitted(more, {}, sheet);
          expect(other.share).toBeGreaterThanOrEqual(one.share - 1e-9);
          expect(Number(other.settings.fontSize)).toBeLessThanOrEqual(Number(one.settings.fontSize));
        }),
        { numRuns: 15 },
      );
    },
  );
});
