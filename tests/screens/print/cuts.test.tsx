/** What an applicant is shown of a sheet that is too long: the cells to cut, in these words. */
import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { AppProviders } from '#renderer/AppProviders.tsx';
import { Cuts } from '#renderer/desks/applicant/pages/sheets/Cuts.tsx';
import type { Locale } from '#renderer/locales/index.ts';

const cut = (row: number, letters: number) => ({ block: '论文', row, cell: 3, letters, lines: 1, text: '' });
const OVERFLOW = [{ column: 2, lines: 9, cuts: [5, 2, 7, 1, 3, 4, 6].map((row) => cut(row, row * 10)) }];

it.each<[Locale, string, string[]]>([
  [
    'zh-CN',
    '共需减 9 行，可以从这些格减起：',
    ['论文：第 5 行第 3 格减 50 字', '论文：第 2 行第 3 格减 20 字'],
  ],
  [
    'en',
    '9 lines have to go; these are the cheapest:',
    ['论文: row 5, cell 3: 50 characters less', '论文: row 2, cell 3: 20 characters less'],
  ],
])('names the first six cells to cut, the cheapest first: %s', (locale, head, first) => {
  const { container } = render(
    <AppProviders locale={locale}>
      <Cuts overflow={OVERFLOW} />
    </AppProviders>,
  );
  const cells = [...container.querySelectorAll('li')].map((one) => one.textContent);
  expect(cells).toHaveLength(6);
  expect(cells.slice(0, 2)).toEqual(first);
  expect(container.querySelector('div')?.textContent).toBe(head + cells.join(''));
});
