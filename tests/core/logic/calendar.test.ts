import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { compileLogic } from '#core/compile/logic/index.ts';
import type { Json, Logic } from '#core/model/index.ts';
import { dayIn, parseDate } from '#core/vocabulary/index.ts';
import { scope } from '../../rules/support/tables.ts';

const evaluate = (logic: Logic): Json => compileLogic(logic, scope).run({});

const day = fc
  .integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 0, 1) })
  .map((time) => new Date(time).toISOString().slice(0, 10));
const many = fc.integer({ min: 0, max: 1_200 });

describe('date arithmetic', () => {
  it('counts as many months as were added', () => {
    fc.assert(
      fc.property(day, many, (date, count) => {
        expect(evaluate({ months: [date, { addMonths: [date, count] }] })).toBe(count);
      }),
    );
  });

  it('never passes the date by adding the months between', () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const between = Number(evaluate({ months: [from, to] }));
        expect(String(evaluate({ addMonths: [from, between] })) <= to).toBe(true);
        expect(String(evaluate({ addMonths: [from, between + 1] })) > to).toBe(true);
      }),
    );
  });

  it('counts both end months of a range', () => {
    fc.assert(
      fc.property(day, many, (date, count) => {
        const start = date.slice(0, 7);
        const end = String(evaluate({ addMonths: [start, count] }));
        expect(evaluate({ months: `${start.replace('-', '.')}-${end.replace('-', '.')}` })).toBe(count + 1);
      }),
    );
  });

  it('goes back by as many days as it went forward', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -40_000, max: 40_000 }), (date, count) => {
        const moved = { addDays: [date, count] };
        expect(evaluate({ days: [date, moved] })).toBe(count);
        expect(evaluate({ addDays: [moved, -count] })).toBe(date);
      }),
    );
  });
});

/** The calendar is our own because rules use it at every keystroke; Temporal is the reference. */
describe('the calendar agrees with Temporal', () => {
  const plain = (text: string) => Temporal.PlainDate.from(text);
  const written = ([year = 1, month = 1, date = 1]: number[]) =>
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  /** Every second one in a century year or at the end of a month: where calendars have errors. */
  const years = fc.oneof(
    fc.integer({ min: 1, max: 9999 }),
    fc.integer({ min: 1, max: 99 }).map((one) => one * 100),
  );
  const daysOfMonth = fc.oneof(fc.integer({ min: 0, max: 32 }), fc.integer({ min: 28, max: 30 }));
  const monthEnd = fc
    .tuple(fc.integer({ min: 19, max: 22 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 12 }))
    .map(([century, year, month]) => Temporal.PlainYearMonth.from({ year: century * 100 + year, month }))
    .map((month) => month.toPlainDate({ day: month.daysInMonth }).toString());
  const anyDay = fc.oneof(day, monthEnd);

  it('on which days there are', () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 0, max: 13 }), daysOfMonth, (...parts) => {
        const text = written(parts);
        expect(parseDate(text) !== null).toBe(isDay(text));
      }),
      { numRuns: 3_000 },
    );
  });

  it('on the days between two dates', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        expect(evaluate({ days: [from, to] })).toBe(plain(from).until(plain(to)).days);
      }),
    );
  });

  it('on the day that a number of days, months or years leads to', () => {
    const steps = [
      ['addDays', 'days', 200_000],
      ['addMonths', 'months', 6_000],
      ['addYears', 'years', 500],
    ] as const;
    for (const [operator, unit, most] of steps) {
      fc.assert(
        fc.property(anyDay, fc.integer({ min: -most, max: most }), (date, count) => {
          expect(evaluate({ [operator]: [date, count] })).toBe(
            plain(date)
              .add({ [unit]: count })
              .toString(),
          );
        }),
      );
    }
  });

  it('on the whole months between two dates', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        const [from, to] = one < other ? [plain(one), plain(other)] : [plain(other), plain(one)];
        const months = Number(evaluate({ months: [from.toString(), to.toString()] }));
        expect(Temporal.PlainDate.compare(from.add({ months }), to)).toBeLessThanOrEqual(0);
        expect(Temporal.PlainDate.compare(from.add({ months: months + 1 }), to)).toBe(1);
      }),
    );
  });

  it('on an age in full years', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        const [birth, on] = one < other ? [one, other] : [other, one];
        const { years } = plain(birth).until(plain(on), { largestUnit: 'years' });
        expect(evaluate({ age: [birth, on] })).toBe(years);
      }),
    );
  });

  it('on the day of a moment in a time zone', () => {
    const zone = fc.constantFrom('Asia/Shanghai', 'UTC', 'America/St_Johns', 'Pacific/Apia', 'Europe/London');
    const moment = fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, zone, (at, timeZone) => {
        const there = Temporal.Instant.from(at.toISOString()).toZonedDateTimeISO(timeZone).toPlainDate();
        expect(dayIn(at.toISOString(), timeZone)).toEqual({
          year: there.year,
          month: there.month,
          day: there.day,
        });
      }),
    );
  });

  function isDay(text: string): boolean {
    try {
      plain(text);
      return true;
    } catch {
      return false;
    }
  }
});
