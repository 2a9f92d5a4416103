import { describe, expect, it } from 'vitest';
import { holdersOf } from '#core/route/index.ts';
import { office, SIGNED, WAYS, type Way } from './health-units.ts';
import { HEALTH, openRoutes, Walker } from './programmes.ts';

const edition = await openRoutes(HEALTH);

/** Passes the case at each holder until nobody can: the desks in turn and what each signed. */
function passAll(walker: Walker): { desk: string; signed: string[] }[] {
  const hops: { desk: string; signed: string[] }[] = [];
  for (
    let [desk] = holdersOf(walker.route, walker.state);
    desk;
    [desk] = holdersOf(walker.route, walker.state)
  ) {
    const result = walker.try('PASS', desk, SIGNED);
    if ('refused' in result) throw new Error(result.refused.message);
    walker.state = result.next;
    const signed = result.effects
      .filter((one) => one.type === 'write')
      .map((one) => `${one.params.section}.${one.params.field}`);
    hops.push({ desk, signed });
  }
  return hops;
}

const expected = (way: Way) =>
  way.desks.map((desk) => ({
    desk,
    signed: (way.signatures[desk] ?? []).map((slot) => `recommendation.${slot}`),
  }));

describe.each(WAYS)('$name', (way) => {
  it('visits exactly these desks without a reform office', () => {
    const walker = new Walker(edition, way.organisations, way.unit, way.data);
    walker.fire('SUBMIT', 'applicant');
    expect(passAll(walker)).toEqual(expected(way));
    expect(walker.state.value).toBe('passedL1');
  });

  it(way.detour ? 'goes round by the reform office and comes back passed' : 'knows no reform office', () => {
    const walker = new Walker(edition, [...way.organisations, office], way.unit, way.data);
    walker.fire('SUBMIT', 'applicant');
    const detour = way.detour ? [{ desk: 'reformOffice', signed: ['recommendation.reform'] }] : [];
    expect(passAll(walker)).toEqual([...expected(way), ...detour]);
    expect(walker.state.value).toBe('passedL1');
    expect(walker.queues().level1).toBe('passed');
  });

  it('never lists a case twice for one organisation', () => {
    const walker = new Walker(edition, way.organisations, way.unit, way.data);
    const organisations = Object.values(walker.desks()).filter((one) => one !== null);
    expect(new Set(organisations).size).toBe(organisations.length);
  });
});
