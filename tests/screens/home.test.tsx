/** The home of somebody with several applications. */
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { HomeView } from '#core/model/wire/index.ts';
import { AppProviders } from '#renderer/AppProviders.tsx';
import { createQueryClient } from '#renderer/api/index.ts';
import { Home } from '#renderer/desks/applicant/home/Home.tsx';
import type { Locale } from '#renderer/locales/index.ts';
import { serve } from './support/server.ts';

const application = (id: string, text: string): HomeView['applications'][number] => ({
  id,
  category: 'plot',
  categoryTitle: 'Single plot',
  stateTitle: 'Draft',
  summary: [
    { title: 'Plan', text },
    { title: 'Asked for', text: '' },
  ],
  updatedAt: '2026-05-01T08:00:00Z',
  cycle: '2026',
});

const home: HomeView = {
  applications: [application('a', 'Tomatoes'), application('b', 'Beans')],
  offered: [{ id: 'shed', title: 'Shed', description: '' }],
  most: 3,
  withheld: [
    { reason: 'over-limit-of-category', most: 2, state: null, categories: ['Single plot'] },
    { reason: 'excluded-of-category', most: null, state: 'Awarded', categories: ['Fence', 'Gate'] },
  ],
  blockedBy: null,
};

async function draw(shown: HomeView, locale: Locale): Promise<void> {
  await serve(({ path }) => (path === '/api/applications' ? shown : undefined));
  render(
    <QueryClientProvider client={createQueryClient()}>
      <AppProviders locale={locale}>
        <Home />
      </AppProviders>
    </QueryClientProvider>,
  );
}

it('tells several of one category apart by what they are about', async () => {
  await draw(home, 'en');
  expect(await screen.findByRole('article', { name: 'Single plot · Tomatoes' })).toBeTruthy();
  expect(screen.getByRole('article', { name: 'Single plot · Beans' })).toBeTruthy();
});

it('offers what may be begun, says how many there may be, and why not the rest', async () => {
  await draw(home, 'en');
  expect(await screen.findByText(/Of “Single plot” you have as many .* \(2\)/)).toBeTruthy();
  expect(screen.getByText(/at “Awarded”: in this cycle none may follow of “Fence”, “Gate”/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Begin Shed' }));
  expect(await screen.findByText(/fill in 3 applications at once/)).toBeTruthy();
});

it('says it in Chinese, too', async () => {
  await draw(
    { ...home, offered: [], withheld: [{ reason: 'over-limit', most: 1, state: null, categories: ['A'] }] },
    'zh-CN',
  );
  expect(await screen.findByText('本期只能填写一份申报')).toBeTruthy();
});
