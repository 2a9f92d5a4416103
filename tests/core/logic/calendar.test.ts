import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileLogic } from '#core/compile/logic/index.ts';
import type { Json, Logic } from '#core/model/index.ts';
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

  it('agrees with the calendar of the machine', () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        expect(evaluate({ days: [from, to] })).toBe((Date.parse(to) - Date.parse(from)) / 86_400_000);
      }),
    );
  });
});
