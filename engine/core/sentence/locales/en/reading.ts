import type { SentenceWords } from '../words.ts';

/** The headings and small words of a programme that is read as a whole. */
export const reading: SentenceWords['reading'] = {
  kinds: 'Organisations',
  route: 'Route: {0}',
  sheets: 'Sheets',
  roster: 'Roster: {0}',
  expressions: 'Named expressions',
  forms: 'Forms',
  event: 'With {0}: {1}',
  by: '{0}, at “{1}”, with {2}',
  alone: 'at “{0}”, by itself',
  to: 'it goes to “{0}”',
  ofRound: 'what was written in this round',
  stay: 'it stays where it is',
  otherwise: 'otherwise {0}',
  print: '{0} bears the watermark “{1}”',
  filter: 'filter {1}: {0}',
  column: 'column {1}: {0}',
  subtotal: 'Subtotals by',
  only: 'only {0}',
  warn: 'a warning',
  disabled: 'switched off',
  rows: 'in each row',
};
