/** Bytes of the built screens on the wire: what came in unseen would make every first visit longer. */
import { expect, inject, it } from 'vitest';
import { FIRST_FORM, filesFor, LOGIN, weightOf } from './harness/weights.ts';

const KB = 1000;

/** The login may weigh 150 KB with all that the server answers, and the first form 400. */
const BUDGETS = [
  { what: 'the login', entries: LOGIN, most: 105 * KB },
  { what: 'the first form', entries: FIRST_FORM, most: 325 * KB },
];

it.each(BUDGETS)('$what keeps to its bytes', ({ entries, most }) => {
  const pages = inject('pages');
  const files = filesFor(pages, entries).map((file) => ({ file, bytes: weightOf(pages, file) }));
  const sum = files.reduce((total, { bytes }) => total + bytes, 0);
  expect(sum, JSON.stringify(files)).toBeLessThanOrEqual(most);
  expect(sum).toBeGreaterThan(most / 2);
});

it('the login shares nothing with the form but what it needs itself', () => {
  const pages = inject('pages');
  const login = filesFor(pages, LOGIN);
  const form = filesFor(pages, FIRST_FORM);
  expect(login.length).toBeLessThan(16);
  expect(form.length).toBeGreaterThan(login.length);
});
