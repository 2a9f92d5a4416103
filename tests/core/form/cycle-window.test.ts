import { describe, expect, it } from 'vitest';
import { windowOf } from '#core/form/index.ts';

const CYCLE = {
  id: '2026',
  title: '2026',
  year: 2026,
  opensAt: '2026-03-01T00:00:00+08:00',
  closesAt: '2026-12-31T23:59:59+08:00',
  asOf: '2026-12-31',
};

describe('the window of a cycle', () => {
  it('is the same for returned cases where nothing else is said', () => {
    expect(windowOf(CYCLE).returnedUntil).toBe(CYCLE.closesAt);
  });

  it('has a grace for them, by its moment or in days after the closing', () => {
    const returnedUntil = '2027-01-10T00:00:00+08:00';
    expect(windowOf({ ...CYCLE, returnedUntil }).returnedUntil).toBe(returnedUntil);
    expect(windowOf({ ...CYCLE, returnedDays: 15 }).returnedUntil).toBe('2027-01-15T15:59:59.000Z');
  });
});
