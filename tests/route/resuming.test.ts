import { describe, expect, it } from 'vitest';
import { GARDENS, machines, VERDICT } from './garden-plots.ts';
import { GARDEN, openRoutes, Walker } from './programmes.ts';

const edition = await openRoutes(GARDEN);

function walk(use: 'yes' | 'no', events: string[]): Walker {
  const walker = new Walker(edition, GARDENS, 'north', machines(use));
  for (const event of events) {
    const [type = '', by = ''] = event.split(':');
    walker.fire(type, by, VERDICT);
  }
  return walker;
}

describe('a stage on condition', () => {
  it('is there with machines', () =>
    expect(walk('yes', ['SUBMIT:applicant', 'PASS:association']).state.value).toBe('atSafety'));
  it('is not there without', () =>
    expect(walk('no', ['SUBMIT:applicant', 'PASS:association']).state.value).toHaveProperty('review'));

  it('is not there where nobody holds the desk', () => {
    const walker = new Walker(
      edition,
      GARDENS.filter((one) => one.kind !== 'safety'),
      'north',
      machines('yes'),
    );
    walker.fire('SUBMIT', 'applicant');
    walker.fire('PASS', 'association', VERDICT);
    expect(walker.state.value).toHaveProperty('review');
  });
});

describe('back one desk', () => {
  const back = ['SUBMIT:applicant', 'PASS:association', 'PASS:safety', 'BACK:garden'];

  it('resumes at the desk that sent it back, past the stage in between', () => {
    const walker = walk('yes', back);
    expect(walker.state.value).toBe('atAssociation');
    expect(walker.state.context.returnedBy).toBe('garden');
    walker.fire('PASS', 'association', VERDICT);
    expect(walker.state.value).toHaveProperty('review');
  });

  it('goes to the stage that sent it back', () => {
    const walker = walk('yes', ['SUBMIT:applicant', 'PASS:association', 'BACK:safety', 'PASS:association']);
    expect(walker.state.value).toBe('atSafety');
  });

  it('may also lead from the applicant straight to the desk', () => {
    const walker = walk('yes', [
      'SUBMIT:applicant',
      'PASS:association',
      'PASS:safety',
      'RETURN:money',
      'SUBMIT:applicant',
    ]);
    expect(walker.state.value).toEqual({ review: { garden: 'open', money: 'open' } });
    expect(walker.state.context.round).toBe(2);
  });
});
