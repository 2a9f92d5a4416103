import { expect, test } from 'vitest';
import type { DraftView } from '#core/model/wire/index.ts';
import { checkAfter, countsOf } from '../../admin-ui/draft/check/counts.ts';

const found: DraftView['found'] = { errors: 0, warnings: 0, cases: 3, failed: 0 };
const failing = (file: string): DraftView['problems'][number] => ({
  severity: 'error',
  code: 'failing-case',
  file,
  pointer: '/expects',
  place: '',
  message: '',
});
const check = checkAfter(null, {
  kind: 'cases',
  editions: [
    {
      cycle: '2026',
      cases: [
        { id: 'prints', failures: ['the form does not show "壹佰元整"'] },
        { id: 'plain', failures: [] },
        { id: 'broken', failures: ['a problem is missing'] },
      ],
      printed: ['prints'],
    },
  ],
});

test('what a case expects of a sheet is the server’s to say: the page does not count it as failed', () => {
  expect(countsOf({ found, problems: [] }, check)).toMatchObject({ cases: 3, failed: 1 });
  expect(
    countsOf(
      { found, problems: [failing('2026/cases/prints.json'), failing('2026/cases/broken.json')] },
      check,
    ),
  ).toMatchObject({ cases: 3, failed: 2 });
});

test('before the page has checked, the server’s numbers stand', () => {
  expect(countsOf({ found: { ...found, failed: 2 }, problems: [] }, null).failed).toBe(2);
});
