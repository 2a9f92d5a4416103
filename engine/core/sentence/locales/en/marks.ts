import type { SentenceWords } from '../words.ts';

/** Quotation marks, brackets and the small words between phrases. */
export const marks: SentenceWords['marks'] = {
  title: '“{0}”',
  text: '"{0}"',
  fact: '{0} ({1})',
  amount: '{0} {1}',
  group: '({0})',
  step: ' › ',
  of: '{1} of {0}',
  list: ', ',
  either: ' or ',
  colon: ': ',
  comma: ', ',
  items: '; ',
  yes: 'yes',
  no: 'no',
  nothing: 'nothing',
  blank: 'empty text',
  whether: 'whether {0}',
  fileCount: 'the number of files for {0}',
  mark: 'the tick of {0}',
  record: 'a set of values',
  emptyList: 'an empty list',
  date: '{year}-{month}-{day}',
  month: '{year}-{month}',
  moment: '{year}-{month}-{day} {time}',
};
