/** Time limits of an application: until when it may stand there, what a reminder says, and what it leaves as it was. */
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { CaseView, EventView, HomeView } from '#core/model/wire/index.ts';
import { AppProviders } from '#renderer/AppProviders.tsx';
import { createQueryClient } from '#renderer/api/index.ts';
import { Home } from '#renderer/desks/applicant/home/Home.tsx';
import { noticesOf } from '#renderer/desks/applicant/opinions/opinions.ts';
import { ReturnedBanner } from '#renderer/desks/applicant/opinions/ReturnedBanner.tsx';
import { serve } from './support/server.ts';

const event = (by: string, title: string, input: Record<string, string> = {}): EventView => ({
  id: title,
  at: '2026-05-01T08:00:00Z',
  event: title,
  title,
  by,
  byTitle: by === 'system' ? 'The system' : 'Council',
  who: '',
  organisation: null,
  round: 1,
  input,
});
const RETURNED = event('council', 'Return', { opinion: 'Name the street' });
const REMINDER = event('system', '7 days later');

const view = (changes: Partial<CaseView>, returnedBy: string | null = 'council'): CaseView => ({
  ...{
    id: 'a',
    subject: 'application',
    name: 'Ann',
    organisation: '',
    category: 'plot',
    categoryTitle: 'Plot',
  },
  ...{ edition: 'e', stateTitle: 'Declined', tags: [], version: 1, roles: ['applicant'], editingAs: null },
  state: { value: 'x', context: { round: 1, acted: [], returnedBy, enteredAt: '', desks: {}, vars: {} } },
  ...{ masked: false, facts: { applicant: {}, unit: {}, desks: {}, now: '', cycle: {} as never } },
  ...{ sections: {}, files: [], strikes: [], bytes: { used: 0, limit: 1, file: 1 } },
  ...{ actions: [], events: [], stations: [], limits: [], sheets: [], ...changes },
});

const home: HomeView = {
  applications: [
    {
      ...{ id: 'a', category: 'plot', categoryTitle: 'Plot', stateTitle: 'Declined', summary: [] },
      ...{ updatedAt: '2026-05-01T08:00:00Z', cycle: '2026' },
    },
  ],
  ...{ offered: [], most: 1, withheld: [], blockedBy: null },
};

it.each([
  ['en', 'The time for an appeal: until 2026-05-16 · Time limit: until '],
  ['zh-CN', 'The time for an appeal：2026-05-16 截止 · 办理期限：'],
] as const)('stand on the card of the application: %s', async (locale, text) => {
  const limits = [
    { at: '2026-05-16', title: 'The time for an appeal' },
    { at: '2026-06-01T10:00:00Z', title: null },
  ];
  await serve(({ path }) =>
    path === '/api/applications' ? home : path === '/api/cases/a' ? view({ limits }) : undefined,
  );
  render(
    <QueryClientProvider client={createQueryClient()}>
      <AppProviders locale={locale}>
        <Home />
      </AppProviders>
    </QueryClientProvider>,
  );
  expect((await screen.findByText(/2026-05-16/)).textContent).toContain(text);
});

it.each([
  ['returned, until when it may come again', 1, '20 days'],
  ['not yet handed in, until when the cycle is open', 0, '3 days'],
] as const)('of the only application, %s, is the page’s deadline', async (_, round, text) => {
  const inDays = (days: number) => new Date(Date.now() + (days + 0.5) * 86_400_000).toISOString();
  const cycle = { ...{ id: '2026', title: '2026', year: 2026 }, opensAt: inDays(-9), closesAt: inDays(3) };
  const programme = { title: 'P', timeZone: 'UTC', cycle: { ...cycle, returnedUntil: inDays(20) } };
  const { facts, state } = view({});
  const mine = view({
    facts: { ...facts, cycle: { id: '2026' } as never },
    state: { ...state, context: { ...state.context, round } },
  });
  const answers: Record<string, unknown> = {
    ...{ '/api/applications': home, '/api/cases/a': mine, '/api/programme': programme },
  };
  await serve(({ path }) => answers[path]);
  render(
    <QueryClientProvider client={createQueryClient()}>
      <AppProviders locale="en">
        <Home />
      </AppProviders>
    </QueryClientProvider>,
  );
  expect(await screen.findByText(new RegExp(`^${text} `))).toBeTruthy();
});

it('are notices when they are over, which lead to the case and not to the opinions', () => {
  const notices = noticesOf(view({ events: [RETURNED, REMINDER] }));
  expect(notices.map(({ title, path }) => [title, path])).toEqual([
    ['The system · 7 days later', '/applications/a'],
    ['Council · Return', '/applications/a/opinions'],
  ]);
});

const banner = (shown: CaseView) =>
  render(
    <AppProviders locale="en">
      <ReturnedBanner view={shown} />
    </AppProviders>,
  );

it('remind whoever was returned something, and the opinion stays where it was', () => {
  banner(view({ editingAs: 'applicant', events: [RETURNED, REMINDER] }));
  expect(screen.getByText('Name the street')).toBeTruthy();
});

it('what a desk has granted is not called returned', () => {
  banner(view({ editingAs: 'applicant', events: [event('council', 'Grant')] }, null));
  expect(screen.getByRole('alert').textContent).toMatch(/^Council · Grant/);
});

it('what is granted after an earlier return is not called returned either', () => {
  const granted = view({ editingAs: 'applicant', events: [RETURNED, event('council', 'Grant')] });
  granted.state.context.acted = ['council'];
  banner(granted);
  expect(screen.getByRole('alert').textContent).toMatch(/^Council · Grant/);
});
