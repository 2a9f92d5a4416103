import type { Check, Finding } from '../../context.ts';

/** A cycle that closes before it opens, or dates that no calendar has. */
export const cycleDates: Check = {
  code: 'cycle-dates',
  run: ({ definition: { edition } }) => {
    const { opensAt, closesAt, asOf } = edition.cycle;
    const unreadable = Object.entries({ opensAt, closesAt, asOf }).flatMap(([key, text]): Finding[] =>
      Number.isNaN(Date.parse(text)) ? [{ at: `/edition/cycle/${key}`, params: { text: String(text) } }] : [],
    );
    if (unreadable.length > 0) return unreadable;
    return Date.parse(opensAt) >= Date.parse(closesAt)
      ? [{ at: '/edition/cycle/closesAt', sentence: 'cycle-dates.crossed' }]
      : [];
  },
};
