import type { CycleDefinition } from '#core/model/index.ts';
import type { Check, Finding } from '../../context.ts';

const MOMENTS = ['opensAt', 'closesAt', 'returnedUntil', 'asOf'];

/** A cycle that closes before it opens, a grace for returned cases that is none, or dates that no calendar has. */
export const cycleDates: Check = {
  code: 'cycle-dates',
  run: ({ definition: { edition } }) => {
    const { cycle } = edition;
    const unreadable = MOMENTS.filter((key) => key in cycle).flatMap((key): Finding[] =>
      Number.isNaN(Date.parse(String(cycle[key])))
        ? [{ at: `/edition/cycle/${key}`, params: { text: String(cycle[key]) } }]
        : [],
    );
    return unreadable.length > 0 ? unreadable : [...crossed(cycle), ...grace(cycle)];
  },
};

function crossed({ opensAt, closesAt }: CycleDefinition): Finding[] {
  return Date.parse(opensAt) >= Date.parse(closesAt)
    ? [{ at: '/edition/cycle/closesAt', sentence: 'cycle-dates.crossed' }]
    : [];
}

/** The grace is a moment or a number of days; one that ends before the closing takes away what all others have. */
function grace({ closesAt, returnedUntil, returnedDays }: CycleDefinition): Finding[] {
  if (typeof returnedUntil !== 'string') return [];
  const at = '/edition/cycle/returnedUntil';
  if (returnedDays !== undefined) return [{ at, sentence: 'cycle-dates.two-graces' }];
  return Date.parse(returnedUntil) < Date.parse(closesAt) ? [{ at, sentence: 'cycle-dates.no-grace' }] : [];
}
