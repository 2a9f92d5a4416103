import { describe, expect, it } from 'vitest';
import { GARDENS, machines, VERDICT } from './garden-plots.ts';
import { SIGNED, way } from './health-units.ts';
import { GARDEN, HEALTH, openRoutes, Walker } from './programmes.ts';

const garden = await openRoutes(GARDEN);
const health = await openRoutes(HEALTH);

describe('days since a state was entered', () => {
  it.each([
    ['2026-08-15T09:00:00+01:00', null],
    ['2026-08-16T09:00:00+01:00', 'not-allowed'],
  ])('an appeal on %s is refused with %s', (now, refusal) => {
    const walker = new Walker(garden, GARDENS, 'north', machines('yes'));
    walker.now = '2026-08-01T09:00:00+01:00';
    walker.fire('SUBMIT', 'applicant');
    walker.fire('PASS', 'association', VERDICT);
    walker.fire('DECLINE', 'safety', VERDICT);
    walker.now = now;
    expect(walker.refusal('APPEAL', 'applicant', VERDICT)).toBe(refusal);
  });

  it('count from the state, not from what happens inside it', () => {
    const walker = new Walker(garden, GARDENS, 'north', machines('no'));
    walker.fire('SUBMIT', 'applicant');
    const entered = walker.state.context.enteredAt;
    walker.now = '2026-08-05T09:00:00+01:00';
    walker.fire('STRIKE', 'association', { section: 'members', row: 'm1' });
    expect(walker.state.context.enteredAt).toBe(entered);
    walker.fire('PASS', 'association', VERDICT);
    expect(walker.state.context.enteredAt).toBe(walker.now);
  });
});

describe('the window of a cycle', () => {
  const { organisations, unit, data } = way('R1');

  it.each([
    ['2026-02-28T23:59:59+08:00', 'condition'],
    ['2026-03-01T00:00:00+08:00', null],
    ['2026-12-31T15:59:59Z', null],
    ['2026-12-31T16:00:00Z', 'condition'],
  ])('handing in at %s is refused with %s', (now, refusal) => {
    const walker = new Walker(health, organisations, unit, data);
    walker.now = now;
    expect(walker.refusal('SUBMIT', 'applicant')).toBe(refusal);
  });

  it('closes for applicants, not for reviewers', () => {
    const walker = new Walker(health, organisations, unit, data);
    walker.fire('SUBMIT', 'applicant');
    walker.now = '2027-01-10T09:00:00+08:00';
    expect(walker.refusal('PASS', 'own', SIGNED)).toBeNull();
  });
});
