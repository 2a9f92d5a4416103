import type { Check } from '../../context.ts';

const [LEAST, MOST] = [1, 100];

/** A term for answers that is none: here and not in the shape, because a fact may give it. */
export const retentionYears: Check = {
  code: 'retention-years',
  run: ({ definition: { edition } }) => {
    const years = edition.retention?.years;
    if (typeof years !== 'number' || (years >= LEAST && years <= MOST)) return [];
    return [{ at: '/edition/retention/years', params: { years, least: LEAST, most: MOST } }];
  },
};
