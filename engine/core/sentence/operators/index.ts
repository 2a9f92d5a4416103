import { choosingValue, choosingWriters, chosenValue, truth } from './choosing.ts';
import { comparingWriters } from './comparing.ts';
import { dateWriters } from './dates.ts';
import { listWriters } from './lists.ts';
import { numberWriters } from './numbers.ts';
import { missingPaths, missingSomePaths, readingWriters } from './reading.ts';
import { textWriters } from './texts.ts';
import type { Writers } from './writer.ts';

export { truth };

/** How every operator of the vocabulary is said. */
export const writers: Writers = {
  ...readingWriters,
  ...choosingWriters,
  ...comparingWriters,
  ...numberWriters,
  ...textWriters,
  ...listWriters,
  ...dateWriters,
};

/** Those that are said otherwise where a value is wanted and not a statement. */
export const valueWriters: Writers = {
  ...writers,
  if: chosenValue,
  '?:': chosenValue,
  and: choosingValue('and'),
  or: choosingValue('or'),
  missing: missingPaths,
  missing_some: missingSomePaths,
};
