import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldSchema } from '#core/model/index.ts';
import { readAnswer, writeAnswer } from '#core/normalise/index.ts';
import {
  dateRangeKind,
  formatDate,
  formats,
  joinRange,
  monthRangeKind,
  parseDate,
  rangeEnds,
  readEnd,
} from '#core/vocabulary/index.ts';

const ZONE = 'Asia/Shanghai';
const read = (format: string) => (text: string) =>
  readAnswer({ type: 'string', format }, text, { timeZone: ZONE });

/** Ways in which people write a month and a day; `y`, `m`, `d` are numbers. */
const MONTHS: ((y: string, m: string) => string)[] = [
  (y, m) => `${y}.${m}`,
  (y, m) => `${y}-${m}`,
  (y, m) => `${y}/${m}`,
  (y, m) => `${y}年${m}月`,
  (y, m) => `${y}年 ${m} 月`,
  (y, m) => `${y}年${m}`,
  (y, m) => `${y} ${m}`,
  (y, m) => `${y}、${m}`,
  (y, m) => `${y}。${m}`,
  (y, m) => `${y}—${m}`,
  (y, m) => `${y}.${m}.`,
  (y, m) => ` ${y}.${m} `,
  (y, m) => `${y}.\u200b${m}`,
];
const DAYS: ((y: string, m: string, d: string) => string)[] = [
  (y, m, d) => `${y}.${m}.${d}`,
  (y, m, d) => `${y}-${m}-${d}`,
  (y, m, d) => `${y}/${m}/${d}`,
  (y, m, d) => `${y}年${m}月${d}日`,
  (y, m, d) => `${y}年${m}月${d}号`,
  (y, m, d) => `${y} ${m} ${d}`,
  (y, m, d) => `${y}/${m}/${d} 0:00:00`,
];
const wide = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const month = day.map((text) => text.slice(0, 7));
const short = (part = '') => String(Number(part));

describe('a month', () => {
  it('is read however it is written, in any width, with one digit or two', () => {
    fc.assert(
      fc.property(month, fc.constantFrom(...MONTHS), (text, write) => {
        const [y = '', m = ''] = text.split('-');
        for (const written of [write(y, m), write(y, short(m)), wide(write(y, m)), wide(write(y, short(m)))])
          expect([written, read('month')(written)]).toEqual([written, text]);
        expect(read('month')(y + m)).toBe(text);
      }),
    );
  });

  it.each([
    ['二〇一一年十一月', '2011-11'],
    ['二○二○年二月', '2020-02'],
    ['一九九八年十月', '1998-10'],
  ])('%s is %s', (text, stored) => expect(read('month')(text)).toBe(stored));

  it.each(['2011', '2011.', '2011.1', '2011.11'])('%s is read as it stands, no further', (text) => {
    expect(read('month')(text)).toBe({ '2011.1': '2011-01', '2011.11': '2011-11' }[text] ?? text);
  });

  it.each([
    '2011.13',
    '2011.00',
    '11.11',
    '20111',
    '2011.11.03',
    '11月',
    '测试课题',
    '2011.11.31',
    '2011.1a',
  ])('%s is none: it stays as it was written', (text) => {
    expect(read('month')(text)).toBe(text);
    expect(formats.month?.test(text)).toBe(false);
  });
});

describe('a day', () => {
  it('is read however it is written', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...DAYS), (text, write) => {
        const [y = '', m = '', d = ''] = text.split('-');
        for (const written of [write(y, m, d), write(y, short(m), short(d)), wide(write(y, m, d))])
          expect([written, read('date')(written)]).toEqual([written, text]);
        expect(read('date')(y + m + d)).toBe(text);
      }),
    );
  });

  it('that is written as it is stored reads as itself', () => {
    fc.assert(
      fc.property(day, (text) => {
        const date = parseDate(text);
        expect(date && formatDate(date)).toBe(text);
        expect(read('date')(text)).toBe(text);
      }),
    );
  });

  it('in Chinese numerals', () =>
    expect(read('date')('二〇一一年十一月三十一日')).toBe('二〇一一年十一月三十一日'));
  it('of the calendar in Chinese numerals', () =>
    expect(read('date')('二〇一一年十二月三十一日')).toBe('2011-12-31'));
  it.each(['2026-02-29', '2026.2.30', '20260230', '2026-03', '2026.3.1.2', '26.3.1'])('%s is none', (text) =>
    expect(read('date')(text)).toBe(text),
  );
});

describe('a range', () => {
  it.each([
    ['2003.9-2008.6', '2003.09-2008.06'],
    ['2003-09-2008-06', '2003.09-2008.06'],
    ['2003年9月至2008年6月', '2003.09-2008.06'],
    ['2003.09~2008.06', '2003.09-2008.06'],
    ['200309—200806', '2003.09-2008.06'],
    ['2003/9/2008/6', '2003.09-2008.06'],
    ['2003.09-至今', '2003.09-'],
    ['2003.09至今', '2003.09-'],
    ['２００３．０９－', '2003.09-'],
  ])('of months: %s', (text, stored) => expect(read('month-range')(text)).toBe(stored));

  it.each([
    ['2026.3.1-2026.3.7', '2026-03-01/2026-03-07'],
    ['2026-03-01至2026-03-07', '2026-03-01/2026-03-07'],
    ['2026年3月1日—2026年3月7日', '2026-03-01/2026-03-07'],
  ])('of days: %s', (text, stored) => expect(read('date-range')(text)).toBe(stored));

  it.each(['2003.09-测试课题', '2003.13-2004.01', '2003', '2003.09', '至今'])('%s is none', (text) =>
    expect(read('month-range')(text)).toBe(text),
  );

  it('keeps what is in its two boxes apart, whatever it is', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme-ascii', maxLength: 12 }),
      fc.constantFrom(
        '2011-13',
        '2012.05',
        '测试课题',
        '2011-11',
        '- 2011',
        'a - b',
        '2026/13/01',
        '至今',
        '2026-03-01',
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(monthRangeKind, dateRangeKind), typed, typed, (kind, one, other) => {
        const ends = { start: readEnd(kind, one, 'start'), end: readEnd(kind, other, 'end') };
        const joined = joinRange(kind, ends);
        expect(rangeEnds(kind, joined ?? '')).toEqual(ends);
        expect(readEnd(kind, ends.start, 'start')).toBe(ends.start);
      }),
    );
  });

  it('with an end that cannot be read is not one that goes on', () => {
    const end = readEnd(monthRangeKind, '测试课题', 'end');
    const stored = joinRange(monthRangeKind, { start: '2023.01', end }) ?? '';
    expect(stored).toBe('2023.01 - 测试课题');
    expect(formats['month-range']?.test(stored)).toBe(false);
    expect(readEnd(monthRangeKind, '至今', 'end')).toBe('');
  });
});

describe('a number', () => {
  const number: FieldSchema = { type: 'number', none: '/' };
  it.each([
    ['12', 12],
    [' -3.5 ', -3.5],
    ['１２', 12],
    ['1,200', 1200],
    ['１，２００', 1200],
    ['3。5', 3.5],
    ['+5', 5],
    ['007', 7],
    ['-0', 0],
    ['/', '/'],
    ['／', '/'],
    ['1,2', '1,2'],
    ['12abc', '12abc'],
    ['1e5', '1e5'],
    ['0x10', '0x10'],
    ['9007199254740993', '9007199254740993'],
    ['', undefined],
  ])('%j', (text, stored) => expect(readAnswer(number, text)).toBe(stored));

  it('is shown as it reads', () => {
    const kept = fc.oneof(
      fc.integer({ min: -999_999_999, max: 999_999_999 }),
      fc.integer({ min: -999_999_999, max: 999_999_999 }).map((one) => one / 1_000_000),
    );
    fc.assert(
      fc.property(kept, (one) => {
        expect(readAnswer(number, writeAnswer(one))).toBe(one + 0);
      }),
    );
  });
});

it.each([
  ['phone', '０２３－６７７０　６１１１', '023-6770 6111'],
  ['resident-id', '５０００００１９７９０６０６００６ｘ', '50000019790606006X'],
  ['postcode-cn', '４００ ０１５', '400015'],
  ['email', 'ａ＠example。org', 'a@example.org'],
  ['uri', 'ｅｘａｍｐｌｅ．ｏｒｇ／ａ', 'https://example.org/a'],
  ['identifier', ' 渝卫　Ｅ１２３／４ ', '渝卫 E123/4'],
  ['credit-code', '91350100m000100y43', '91350100M000100Y43'],
])('%s folds widths', (format, text, stored) => expect(read(format)(text)).toBe(stored));

it('every format reads what it has read, and what it takes', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(formats)),
      fc.string({ unit: 'grapheme' }),
      (format, text) => {
        const once = format.read?.(text, ZONE) ?? text;
        expect(format.read?.(once, ZONE) ?? once).toBe(once);
      },
    ),
  );
  for (const { hint, read: reads, write, test } of Object.values(formats)) {
    const stored = reads?.(hint, ZONE) ?? hint;
    expect(write?.(stored, ZONE) ?? stored).toBe(hint);
    expect(test(stored)).toBe(true);
  }
});
