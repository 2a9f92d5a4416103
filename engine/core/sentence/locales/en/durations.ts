import type { SentenceWords } from '../words.ts';

/** Lengths of time: one of a unit, and several. */
export const durations: SentenceWords['durations'] = {
  Y: { one: '1 year', many: '{0} years' },
  M: { one: '1 month', many: '{0} months' },
  W: { one: '1 week', many: '{0} weeks' },
  D: { one: '1 day', many: '{0} days' },
  TH: { one: '1 hour', many: '{0} hours' },
  TM: { one: '1 minute', many: '{0} minutes' },
};
