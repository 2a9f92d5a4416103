/** Who may write to a case: its holder, desks only where a state lets them correct, and who may correct what nobody holds. */
import { expect, it } from 'vitest';
import type { CompiledEdition } from '#core/model/index.ts';
import { initialState, writersOf } from '#core/route/index.ts';
import { routeIn } from './programmes.ts';
import { reviewEdition } from './tiny-route.ts';

const NOW = '2026-05-01T09:00:00Z';
const HELD = { one: 'u1', two: 'u2' };

/** The writers in the first and only state. */
function writersIn(meta: object): string[] {
  const edition: CompiledEdition = reviewEdition({
    held: ['one', 'two'],
    states: { only: { meta: { ...meta } } },
  });
  const route = routeIn(edition, 'review');
  return writersOf(route, initialState(route, NOW, HELD));
}

it('are those who hold it', () => {
  expect(writersIn({ desk: 'applicant' })).toEqual(['applicant']);
  expect(writersIn({ desk: ['one', 'two'] })).toEqual(['one', 'two']);
  expect(writersIn({})).toEqual([]);
});

it('are no desks where what they hold is not to be corrected', () => {
  expect(writersIn({ desk: ['one', 'applicant'], corrections: false })).toEqual(['applicant']);
  expect(writersIn({ desk: 'one', corrections: true })).toEqual(['one']);
});

it('are those who may correct what nobody holds', () => {
  expect(writersIn({ corrects: ['two'] })).toEqual(['two']);
  expect(writersIn({ desk: 'one', corrections: false, corrects: ['two'] })).toEqual(['two']);
});
