/** Events for many cases at once: what they ask for is read outside any case. */
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import type { Json, RouteDefinition } from '#core/model/index.ts';
import type { ActionView, QueueMenu } from '#core/model/wire/index.ts';
import { AppProviders } from '#renderer/AppProviders.tsx';
import { createQueryClient } from '#renderer/api/index.ts';
import { BoardPage } from '#renderer/desks/review/board/BoardPage.tsx';
import { BulkDialog } from '#renderer/desks/review/queue/BulkDialog.tsx';
import { tiny } from '../core/compile/tiny.ts';
import { serve } from './support/server.ts';

const schema = {
  type: 'object' as const,
  properties: {
    rate: { type: 'number' as const, title: 'Rate', preset: { var: 'cycle.facts.rate' } as Json },
  },
};
const route: RouteDefinition = {
  id: 'none',
  title: 'None',
  subject: 'application',
  desks: {},
  queues: {},
  machine: { id: 'm' },
  events: { DELIVER: { title: 'Deliver', bulk: true, input: { schema } } },
};
const definition = tiny([], { routes: [route] });
const action: ActionView = {
  event: 'DELIVER',
  by: 'office',
  title: 'Deliver',
  primary: true,
  danger: false,
  bulk: true,
  input: { schema, ui: {} },
};
const row = {
  id: 'c1',
  subject: 'application' as const,
  category: 'plain',
  categoryTitle: 'Plain',
  name: 'Test A',
  organisation: '',
  stateTitle: '',
  round: 1,
  version: 1,
  since: '',
  summary: [],
  actions: ['DELIVER'],
};

/** The programme and its edition as the server gives them. */
const answers: Record<string, unknown> = {
  '/api/programme': { edition: 'tiny', categories: [{ id: 'plain' }] },
  '/api/batches/none/DELIVER': {
    allowed: true,
    message: '',
    count: 1,
    aggregates: [],
    blockers: [],
    ranking: null,
  },
  '/api/queues/none/passed': { rows: [row], after: null },
  '/api/editions/tiny': {
    hash: 'tiny',
    definition,
    language: definition.programme.locale,
  },
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
    queues: [
      { id: 'passed', title: 'Passed', count: 1, more: false, empty: '', events: [], batches: [action] },
    ],
    rosters: [],
    sheets: [],
  },
];

function draw(screenOf: ReactNode): void {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <AppProviders locale="en">{screenOf}</AppProviders>
    </QueryClientProvider>,
  );
}

it('a batch starts with what the edition says, its own facts among it', async () => {
  await serve(({ path }) => answers[path]);
  draw(<BoardPage menu={menu} place={{ route: 'none', queue: 'passed' }} event="DELIVER" />);
  const button = await screen.findByRole('button', { name: 'Deliver (1)' });
  await waitFor(() => expect(button).toHaveProperty('disabled', false));
  await userEvent.click(button);
  expect(await screen.findByRole('textbox', { name: /Rate/ })).toHaveProperty('value', '3');
});

it('an event for many starts with the same', async () => {
  await serve(({ path }) => answers[path]);
  draw(
    <BulkDialog
      route="none"
      action={action}
      selected={[row]}
      atOnce={500}
      close={() => {}}
      done={() => {}}
    />,
  );
  expect(await screen.findByRole('textbox', { name: /Rate/ })).toHaveProperty('value', '3');
});
