import { describe, expect, it } from 'vitest';
import { termEnd, termOf, windowOf } from '#core/form/index.ts';

const CYCLE = {
  id: '2026',
  title: '2026',
  year: 2026,
  opensAt: '2026-03-01T00:00:00+08:00',
  closesAt: '2026-12-31T23:59:59+08:00',
  asOf: '2026-12-31',
};
const term = (years: number | undefined, cycle = {}) => {
  const settings = {
    id: '2026',
    cycle: { ...CYCLE, ...cycle },
    quotas: { fileBytes: 1, applicationBytes: 1 },
    ...(years !== undefined && { retention: { years } }),
  };
  return termOf(settings, windowOf(settings.cycle));
};
const end = (years: number, cycle = {}, changedAt?: string) => {
  const found = term(years, cycle);
  return found && termEnd(found, changedAt);
};

describe('the term of answers', () => {
  it('counts from the end of the grace, by years of the calendar', () => {
    expect(end(10)).toBe('2036-12-31T15:59:59.000Z');
    expect(end(10, { returnedDays: 15 })).toBe('2037-01-15T15:59:59.000Z');
    expect(end(1, { closesAt: '2028-02-29T12:00:00Z' })).toBe('2029-03-01T12:00:00.000Z');
  });

  it('counts from the last change where that is later', () => {
    expect(end(10, {}, '2026-05-01T00:00:00.000Z')).toBe('2036-12-31T15:59:59.000Z');
    expect(end(10, {}, '2029-06-01T00:00:00.000Z')).toBe('2039-06-01T00:00:00.000Z');
  });

  it('is none where the edition sets none, or the cycle has no end', () => {
    expect(term(undefined)).toBeNull();
    expect(term(10, { closesAt: '' })).toBeNull();
  });
});
