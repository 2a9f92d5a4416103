import { describe, expect, it } from 'vitest';
import { ruleData } from '#core/evaluate/index.ts';
import { actionsOf, conditionsOf, step } from '#core/route/index.ts';
import { GARDENS, machines } from './garden-plots.ts';
import { SIGNED, STAFF, way } from './health-units.ts';
import { GARDEN, HEALTH, openRoutes, Walker } from './programmes.ts';

const health = await openRoutes(HEALTH);
const garden = await openRoutes(GARDEN);
const { organisations, unit } = way('R1');
const fresh = () => new Walker(health, organisations, unit, STAFF);

describe('refusals', () => {
  it('name what does not exist', () =>
    expect(fresh().refusal('constructor', 'applicant')).toBe('unknown-event'));
  it('are in the programme’s language', () => {
    expect(fresh().try('PASS', 'own', SIGNED)).toEqual({
      refused: { code: 'not-allowed', message: '当前状态为“填报中”，不能进行“审核通过”操作' },
    });
    const plot = new Walker(garden, GARDENS, 'north', machines('no'));
    expect(plot.try('PASS', 'garden')).toMatchObject({
      refused: { message: '"Pass" is not possible while the case stands at "Draft"' },
    });
  });
  it('of a condition carry its id and its sentence', () => {
    const walker = fresh();
    walker.now = '2027-05-01T09:00:00+08:00';
    expect(walker.try('SUBMIT', 'applicant')).toMatchObject({
      refused: { code: 'condition', condition: 'cycle-open', message: '不在本年度申报时间内，不能提交' },
    });
  });
  it('include problems of the input', () => {
    const walker = fresh();
    walker.fire('SUBMIT', 'applicant');
    expect(walker.refusal('PUBLICITY', 'own', { from: '2026-08-05', to: '2026-08-01', result: '无' })).toBe(
      'condition',
    );
    expect(
      walker.refusal('PUBLICITY', 'own', { from: '2026-08-01', to: '2026-08-05', result: '无' }),
    ).toBeNull();
  });
  it('leave the state as it was', () => {
    const walker = fresh();
    const before = JSON.stringify(walker.state);
    walker.try('PASS', 'own', SIGNED);
    walker.try('SUBMIT', 'applicant');
    expect(JSON.stringify(walker.state)).toBe(before);
  });
});

describe('conditions', () => {
  it('that only warn let the event pass and are listed', () => {
    const plot = new Walker(garden, GARDENS, 'north', machines('no'));
    const cycle = {
      ...garden.definition.edition.cycle,
      opensAt: '2026-07-01T00:00:00+01:00',
      closesAt: '2500-12-31T00:00:00+00:00',
    };
    const data = { ...plot.facts(), ...ruleData(garden, { case: { round: 1 }, cycle }) };
    const failed = conditionsOf(
      garden,
      'application',
      { type: 'SUBMIT', by: 'applicant', now: plot.now },
      data,
    );
    expect(failed).toEqual([{ id: 'late', message: 'Little time is left', severity: 'warn' }]);
  });
});

describe('what is offered', () => {
  it('is what would fire, without checking conditions', () => {
    const walker = fresh();
    walker.now = '2027-05-01T09:00:00+08:00';
    expect(actionsOf(health, 'application', walker.state, 'applicant', walker.facts())).toEqual(['SUBMIT']);
    expect(actionsOf(health, 'application', walker.state, 'own', walker.facts())).toEqual([]);
  });
  it('follows the order of the definition', () => {
    const walker = fresh();
    walker.fire('SUBMIT', 'applicant');
    expect(actionsOf(health, 'application', walker.state, 'own', walker.facts())).toEqual([
      'PASS',
      'RETURN',
      'REJECT',
      'PUBLICITY',
      'STRIKE',
      'UNSTRIKE',
    ]);
  });
});

describe('errors of the program', () => {
  it('an unknown route is named', () => {
    const { state } = fresh();
    expect(() =>
      step(health, 'nowhere', state, { type: 'SUBMIT', by: 'applicant', now: '' }, ruleData(health, {})),
    ).toThrow(/no route "nowhere"/);
  });
  it('an unknown state is named', () => {
    const walker = fresh();
    walker.state = { ...walker.state, value: 'lost' };
    expect(() => walker.try('SUBMIT', 'applicant')).toThrow(/no state "lost"/);
  });
});
