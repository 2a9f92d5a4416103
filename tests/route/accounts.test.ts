import { describe, expect, it } from 'vitest';
import { allowsLogin, holdersOf } from '#core/route/index.ts';
import { way } from './health-units.ts';
import { HEALTH, openRoutes, Walker } from './programmes.ts';

const edition = await openRoutes(HEALTH);
const { organisations } = way('R1');
const register = (under = 'clinic') => new Walker(edition, organisations, under, {}, 'account');
const mayLogIn = (walker: Walker) => allowsLogin(walker.route, walker.state);

describe('registrations', () => {
  it('wait at the organisation under which they registered', () => {
    const walker = register();
    expect(walker.state.context.round).toBe(1);
    expect(walker.queues()).toEqual({ approver: 'pending' });
    expect(walker.state.context.desks).toEqual({ approver: 'clinic', superior: 'commission' });
    expect(mayLogIn(walker)).toBe(false);
    expect(walker.refusal('APPROVE', 'superior')).toBe('not-allowed');
  });

  it('may log in once approved, not while frozen', () => {
    const walker = register();
    expect(walker.fire('APPROVE', 'approver')).toEqual(['activate']);
    expect(mayLogIn(walker)).toBe(true);
    expect(walker.fire('FREEZE', 'superior')).toEqual(['deactivate']);
    expect(mayLogIn(walker)).toBe(false);
    expect(walker.fire('UNFREEZE', 'approver')).toEqual(['activate']);
    expect(mayLogIn(walker)).toBe(true);
  });

  it('are handed in again after a refusal', () => {
    const walker = register();
    walker.fire('REFUSE', 'approver', { opinion: '单位选择错误' });
    expect(holdersOf(walker.route, walker.state)).toEqual(['applicant']);
    expect(walker.queues()).toEqual({ approver: 'refused' });
    walker.fire('RESUBMIT', 'applicant');
    expect(walker.queues()).toEqual({ approver: 'pending' });
  });

  it.each([
    ['pending', []],
    ['refused', ['REFUSE']],
    ['approved', ['APPROVE']],
    ['frozen', ['APPROVE', 'FREEZE']],
  ])('free their unique values when deleted while %s', (_, events) => {
    const walker = register();
    for (const event of events) walker.fire(event, 'approver', { opinion: '意见' });
    expect(walker.fire('DELETE', 'approver')).toContain('release');
    expect(mayLogIn(walker)).toBe(false);
    expect(walker.queues()).toEqual({});
  });

  it('of a level 1 unit wait at the city', () =>
    expect(register('city').queues()).toEqual({ approver: 'pending' }));
});
