import { describe, expect, it } from 'vitest';
import { holdersOf, tagsOf, titleOf } from '#core/route/index.ts';
import { GARDENS, machines, VERDICT } from './garden-plots.ts';
import { GARDEN, openRoutes, Walker } from './programmes.ts';

const edition = await openRoutes(GARDEN);

function inReview(): Walker {
  const walker = new Walker(edition, GARDENS, 'north', machines('no'));
  walker.fire('SUBMIT', 'applicant');
  walker.fire('PASS', 'association', VERDICT);
  return walker;
}

describe('two desks side by side', () => {
  it('both hold the case, each in its own queue', () => {
    const walker = inReview();
    expect(holdersOf(walker.route, walker.state)).toEqual(['garden', 'money']);
    expect(walker.queues()).toEqual({ association: 'passed', garden: 'todo', money: 'todo' });
    expect(titleOf(walker.route, walker.state)).toBe('At the parks office / At the treasury');
  });

  it.each([
    ['garden', 'money'],
    ['money', 'garden'],
  ])('%s may pass before %s; the second opens the next stage', (first, second) => {
    const walker = inReview();
    walker.fire('PASS', first, VERDICT);
    expect(holdersOf(walker.route, walker.state)).toEqual([second]);
    expect(walker.queues()).toMatchObject({ [first]: 'passed', [second]: 'todo' });
    expect(walker.refusal('PASS', first, VERDICT)).toBe('not-allowed');
    walker.fire('PASS', second, VERDICT);
    expect(walker.state.value).toBe('shortlisted');
    expect(walker.queues()).toMatchObject({ garden: 'shortlist', money: 'passed' });
  });

  it('is one desk alone where nobody holds the other', () => {
    const walker = new Walker(
      edition,
      GARDENS.filter((one) => one.kind !== 'treasury'),
      'north',
      machines('no'),
    );
    walker.fire('SUBMIT', 'applicant');
    walker.fire('PASS', 'association', VERDICT);
    expect(walker.queues()).toEqual({ association: 'passed', garden: 'todo' });
    walker.fire('PASS', 'garden', VERDICT);
    expect(walker.state.value).toBe('shortlisted');
  });

  it('does not depend on the order in which regions were stored', () => {
    const walker = inReview();
    walker.state = { ...walker.state, value: { review: { money: 'open', garden: 'open' } } };
    expect(tagsOf(walker.route, walker.state)).toEqual(['open']);
    walker.fire('PASS', 'garden', VERDICT);
    expect(holdersOf(walker.route, walker.state)).toEqual(['money']);
  });
});
