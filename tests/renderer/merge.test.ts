import { describe, expect, test } from 'vitest';
import type { Json } from '#core/model/index.ts';
import { merge } from '#renderer/form/store/merge.ts';

const row = (id: string, text: string) => ({ id, text });

/** What both sides come to where they do not clash. */
const UNITED: Record<string, { base: Json; mine: Json; theirs: Json; united: Json }> = {
  'other fields': {
    base: { a: 1, b: 1 },
    mine: { a: 2, b: 1 },
    theirs: { a: 1, b: 3 },
    united: { a: 2, b: 3 },
  },
  'fields below fields': {
    base: { group: { a: 1 } },
    mine: { group: { a: 1, b: 2 } },
    theirs: { group: { a: 1, c: 3 } },
    united: { group: { a: 1, b: 2, c: 3 } },
  },
  'the first save of both': { base: null, mine: { a: 1 }, theirs: { b: 2 }, united: { a: 1, b: 2 } },
  'an answer taken away': { base: { a: 1, b: 1 }, mine: { b: 1 }, theirs: { a: 1, b: 2 }, united: { b: 2 } },
  'the same on both sides': {
    base: { a: 1 },
    mine: { a: 2, b: 1 },
    theirs: { a: 2, c: 1 },
    united: { a: 2, b: 1, c: 1 },
  },
  'a new row on each side': {
    base: [row('1', 'a')],
    mine: [row('1', 'a'), row('2', 'mine')],
    theirs: [row('1', 'a'), row('3', 'theirs')],
    united: [row('1', 'a'), row('3', 'theirs'), row('2', 'mine')],
  },
  'rows moved here, one filled in there': {
    base: [row('1', 'a'), row('2', 'b')],
    mine: [row('2', 'b'), row('1', 'a')],
    theirs: [row('1', 'a'), row('2', 'c')],
    united: [row('2', 'c'), row('1', 'a')],
  },
  'rows moved there, one filled in here': {
    base: [row('1', 'a'), row('2', 'b')],
    mine: [row('1', 'a'), row('2', 'c')],
    theirs: [row('2', 'b'), row('1', 'a')],
    united: [row('2', 'c'), row('1', 'a')],
  },
  'a row deleted here, another one there': {
    base: [row('1', 'a'), row('2', 'b'), row('3', 'c')],
    mine: [row('2', 'b'), row('3', 'c')],
    theirs: [row('1', 'a'), row('2', 'b')],
    united: [row('2', 'b')],
  },
};

describe('what each side alone has changed is in both results', () => {
  test.each(Object.entries(UNITED))('%s', (_, { base, mine, theirs, united }) => {
    expect(merge(base, mine, theirs)).toEqual({ mine: united, theirs: united });
  });
});

test.each([
  ['an answer', { a: 1 }, { a: 2 }, { a: 3 }],
  ['an answer taken away here', { a: 1 }, {}, { a: 3 }],
  ['a row deleted here and filled in there', [row('1', 'a')], [], [row('1', 'b')]],
  ['lists without ids', ['a'], ['a', 'b'], ['a', 'c']],
  ['a text here, a group there', { a: 1 }, { a: 'none' }, { a: { b: 1 } }],
] as [string, Json, Json, Json][])(
  '%s that both have changed stays on either side',
  (_, base, mine, theirs) => {
    expect(merge(base, mine, theirs)).toEqual({ mine, theirs });
  },
);
