import { describe, expect, it } from 'vitest';
import { GARDENS, machines, VERDICT } from './garden-plots.ts';
import { GARDEN, openRoutes, Walker } from './programmes.ts';

const edition = await openRoutes(GARDEN);

function shortlisted(subtree: Record<string, number> | undefined): Walker {
  const walker = new Walker(edition, GARDENS, 'north', machines('no'));
  walker.fire('SUBMIT', 'applicant');
  for (const desk of ['association', 'garden', 'money']) walker.fire('PASS', desk, VERDICT);
  if (subtree) walker.data = { ...walker.data, subtree };
  return walker;
}

describe('a batch guarded by a sum', () => {
  it('goes through up to the budget', () =>
    expect(shortlisted({ waiting: 0, asked: 5000 }).refusal('AWARD', 'garden')).toBeNull());

  it('is refused one pound above it, with the numbers in its sentence', () => {
    const result = shortlisted({ waiting: 0, asked: 5001 }).try('AWARD', 'garden');
    expect(result).toEqual({
      refused: {
        code: 'batch',
        message: '0 are not decided, 5001 pounds are asked for',
        details: { subtree: { waiting: 0, asked: 5001 } },
      },
    });
  });

  it('is refused while something waits', () =>
    expect(shortlisted({ waiting: 1, asked: 10 }).refusal('AWARD', 'garden')).toBe('batch'));
  it('is refused without numbers', () =>
    expect(shortlisted(undefined).refusal('AWARD', 'garden')).toBe('batch'));
  it('can be fired by nobody else', () =>
    expect(shortlisted({ waiting: 0, asked: 1 }).refusal('AWARD', 'money')).toBe('not-allowed'));
});
