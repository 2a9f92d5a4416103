/** The rows of a table as a reviewer reads them. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { FileRef, Json, SectionDefinition } from '#core/model/index.ts';
import { ReadTable } from '#renderer/desks/review/reading/ReadTable.tsx';
import { edition, file } from '../core/compile/tiny.ts';
import { openForm } from './support/open.tsx';

const papers: SectionDefinition = {
  id: 'papers',
  title: 'Papers',
  kind: 'table',
  mark: { title: 'Counts', default: false, sheets: [] },
  strike: { sheets: [] },
  schema: {
    type: 'array',
    none: 'none at all',
    maxItems: 5,
    items: {
      type: 'object',
      properties: {
        title: { type: 'string', title: 'Title' },
        colour: { type: 'string', title: 'Colour', code: 'colour' },
        why: { type: 'string', title: 'Why', visibleWhen: { '==': [{ var: 'row.colour' }, 'b'] } },
      },
    },
  },
  slots: [{ id: 'copy', title: 'Copy', per: 'row', requiredWhen: true }],
};

const rows: Json = [
  { id: 'a', title: 'Water', colour: 'r', mark: true },
  { id: 'b', title: 'Earth', colour: 'r' },
];

function read(value: Json, more: { files?: FileRef[]; strikes?: { section: string; row: string }[] } = {}) {
  const section = edition([papers]).categories.plain?.bySection.papers;
  if (!section) throw new Error('no section');
  return openForm(
    papers,
    <ReadTable section={section} value={Array.isArray(value) ? value : []} />,
    { papers: value },
    more,
  );
}

const cells = () =>
  screen.getAllByRole('row').map((row) =>
    within(row)
      .queryAllByRole('cell')
      .map(({ textContent }) => textContent),
  );

it('offers no file to open that waits for the safety check, or did not pass it', () => {
  const files = (['held', 'infected'] as const).map((state) => ({
    ...file('papers', 'copy', 'a'),
    id: state,
    name: `${state}.pdf`,
    state,
  }));
  read(rows, { files });
  expect(screen.queryAllByRole('button')).toEqual([]);
  expect(screen.getByText(/waiting for the safety check/).parentElement?.textContent).toContain('held.pdf');
  expect(screen.getByText(/malware was found/).parentElement?.textContent).toContain('infected.pdf');
});

it('has a line a row: number, answers by their titles, tick, file or what is missing', () => {
  read(rows, { files: [{ ...file('papers', 'copy', 'a'), bytes: 2048 } as FileRef] });
  expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
    'No.',
    'Title',
    'Colour',
    'Counts',
    'Copy',
    'Actions',
  ]);
  const [, first, second] = cells();
  expect(first?.slice(0, 4)).toEqual(['1', 'Water', 'Red', '✓']);
  expect(first?.[4]).toMatch(/copy\.pdf/);
  expect(second?.slice(0, 4)).toEqual(['2', 'Earth', 'Red', '—']);
  expect(document.querySelectorAll('.problem')).toHaveLength(1);
});

it('shows a column as soon as one row has it', () => {
  read([
    { id: 'a', title: 'Sky', colour: 'b', why: 'Wide' },
    { id: 'b', title: 'Earth', colour: 'r' },
  ]);
  expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toContain('Why');
  expect(cells()[1]).toContain('Wide');
});

it('tells a struck row from the others', () => {
  read(rows, { strikes: [{ section: 'papers', row: 'b' }] });
  const struck = screen.getAllByRole('row').map(({ className }) => className);
  expect(struck).toEqual(['', '', 'struck']);
  expect(screen.getAllByRole('row')[2]?.textContent).toMatch(/struck/i);
});

it('says that there are no rows, or the word by which the applicant said so', () => {
  read([]);
  expect(screen.queryByRole('table')).toBeNull();
  expect(document.querySelector('.empty')?.textContent).toBeTruthy();
});

it('has the word for none where it was chosen', () => {
  read('none at all');
  expect(screen.getByText('none at all')).toBeTruthy();
  expect(document.querySelector('.empty')).toBeNull();
});

it('is a card a row on a phone', () => {
  window.innerWidth = 390;
  read(rows);
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
    'Row 1 · Counts ✓',
    'Row 2 · Counts —',
  ]);
  expect(screen.getAllByRole('term').map(({ textContent }) => textContent)).toEqual([
    'Title',
    'Colour',
    'Title',
    'Colour',
  ]);
});
