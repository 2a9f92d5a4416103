/** The overview before a batch that takes the first of its queue. */
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { ActionView, BatchView, QueueMenu } from '#core/model/wire/index.ts';
import { AppProviders } from '#renderer/AppProviders.tsx';
import { createQueryClient } from '#renderer/api/index.ts';
import { BoardPage } from '#renderer/desks/review/board/BoardPage.tsx';
import { tiny } from '../core/compile/tiny.ts';
import { serve } from './support/server.ts';

const definition = tiny([], {
  routes: [
    {
      id: 'none',
      title: 'None',
      subject: 'application',
      desks: {},
      queues: {},
      machine: { id: 'm' },
      events: { GRANT: { title: 'Grant' } },
    },
  ],
});
const action: ActionView = {
  event: 'GRANT',
  by: 'office',
  title: 'Grant',
  primary: true,
  danger: false,
  bulk: false,
};
const menu: QueueMenu = [
  {
    route: 'none',
    title: 'None',
    cycle: '2026',
    cycleTitle: '2026',
    serving: true,
    subject: 'application',
    atOnce: 500,
    queues: [{ id: 'list', title: 'List', count: 3, more: false, empty: '', events: [], batches: [action] }],
    rosters: [],
    sheets: [],
  },
];

type Rows = NonNullable<BatchView['ranking']>['rows'];

const row = (name: string, points: number | null, taken: boolean, tied = false): Rows[number] => ({
  id: name,
  name,
  organisation: 'Test school',
  values: [points],
  amount: 180,
  handedIn: '2026-05-01T08:00:00Z',
  taken,
  tied,
});

const board: BatchView = {
  allowed: true,
  message: '',
  count: 2,
  aggregates: [],
  blockers: [],
  ranking: {
    order: ['Points'],
    numbers: ['0.0'],
    rows: [
      row('Ann', 9, true),
      row('Ben', 3, true, true),
      row('Cem', 3, false, true),
      row('Dee', null, false),
    ],
    more: 4,
    sum: { title: 'Asked for', number: '#,##0.00', used: 360, upTo: 1400, left: 1040 },
    refusal: null,
    seen: 'abc',
  },
};

async function draw(shown: BatchView): Promise<unknown[]> {
  const fired: unknown[] = [];
  await serve(({ method, path, body }) => {
    if (method === 'POST') {
      fired.push(body);
      return { cases: [], warnings: [] };
    }
    if (path === '/api/batches/none/GRANT') return shown;
    if (path === '/api/programme') return { edition: 'tiny', categories: [{ id: 'plain' }] };
    if (path === '/api/queues/none/list') return { rows: [], after: null };
    if (path !== '/api/editions/tiny') return undefined;
    return { hash: 'tiny', definition, language: definition.programme.locale };
  });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <AppProviders locale="en">
        <BoardPage menu={menu} place={{ route: 'none', queue: 'list' }} event="GRANT" />
      </AppProviders>
    </QueryClientProvider>,
  );
  return fired;
}

it('shows the list in order with the line drawn, the sum that is used and what is left', async () => {
  await draw(board);
  const list = within(await screen.findByRole('region', { name: 'In order' }));
  expect(list.getByText('Asked for: 360.00 of 1,400.00 is used, 1,040.00 is left')).toBeTruthy();
  expect(list.getByText('4 more further down do not go')).toBeTruthy();
  const lines = list.getAllByRole('row').slice(1);
  expect(
    lines.map((line) =>
      within(line)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ),
  ).toEqual([
    ['1', 'Ann', 'Test school', '9.0', '180.00', expect.any(String), 'yes'],
    ['2', 'Ben', 'Test school', '3.0', '180.00', expect.stringContaining('equal, the earlier first'), 'yes'],
    ['3', 'Cem', 'Test school', '3.0', '180.00', expect.stringContaining('equal, the earlier first'), 'no'],
    ['4', 'Dee', 'Test school', '—', '180.00', expect.any(String), 'no'],
  ]);
  expect(lines.map((line) => line.className)).toEqual(['', 'last-taken', '', '']);
});

it('names those who go, and fires with what was seen', async () => {
  const fired = await draw(board);
  const button = await screen.findByRole('button', { name: 'Grant (2)' });
  await waitFor(() => expect(button).toHaveProperty('disabled', false));
  await userEvent.click(button);
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/Ann, Ben/)).toBeTruthy();
  await userEvent.click(dialog.getByRole('button', { name: 'Grant' }));
  await waitFor(() => expect(fired).toEqual([{ confirmCount: 2, seen: 'abc' }]));
});

it('says why the line cannot be drawn, and offers nothing', async () => {
  await draw({ ...board, allowed: false, ranking: board.ranking && { ...board.ranking, refusal: 'tie' } });
  expect(await screen.findByText(/two are equal in everything/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Grant (2)' })).toHaveProperty('disabled', true);
});
