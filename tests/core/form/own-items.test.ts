import { expect, it } from 'vitest';
import { withOwnItems } from '#core/form/index.ts';

const isDerived = (line: string) => line.startsWith('=');

it.each([
  [
    ['a', 'b', '=sum'],
    ['a', 'b', 'own', '=sum'],
  ],
  [
    ['a', '=part', 'b', '=sum', '=mean'],
    ['a', '=part', 'b', 'own', '=sum', '=mean'],
  ],
  [
    ['a', 'b'],
    ['a', 'b', 'own'],
  ],
  [['=sum'], ['own', '=sum']],
  [[], ['own']],
])('puts what somebody added above the totals of %j', (listed, wanted) => {
  expect(withOwnItems(listed, ['own'], isDerived)).toEqual(wanted);
});
