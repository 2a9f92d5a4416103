/** The audit trail as it is read: every action by a title, also one that this version no longer records. */
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { AuditLine } from '#core/model/wire/index.ts';
import { AppProviders } from '#renderer/AppProviders.tsx';
import { createQueryClient } from '#renderer/api/index.ts';
import { AuditPage } from '#renderer/desks/audit/AuditPage.tsx';
import { serve } from './support/server.ts';

const line = (seq: number, action: string): AuditLine => ({
  seq,
  at: '2026-03-02T06:05:00.000Z',
  actorId: null,
  actorName: '',
  action,
  subject: `subject-${seq}`,
  subjectName: '',
  detail: {},
});

it('has a title for every row, whatever version of the program wrote it', async () => {
  const rows = [
    line(5, 'event:PASS'),
    line(4, 'file-infected'),
    line(3, 'event:GONE'),
    line(2, 'freeze'),
    line(1, 'constructor'),
  ];
  const events = [{ action: 'event:PASS', title: 'Passed' }];
  await serve(({ path }) => (path === '/api/audit' ? { rows, after: null, events } : undefined));
  render(
    <QueryClientProvider client={createQueryClient()}>
      <AppProviders locale="en">
        <AuditPage />
      </AppProviders>
    </QueryClientProvider>,
  );
  const table = await screen.findByRole('table');
  const titles = within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell')[3]?.textContent);
  expect(titles).toEqual([
    'Passed event:PASS',
    'Malware found in a file, deleted file-infected',
    'Event event:GONE',
    'Another action freeze',
    'Another action constructor',
  ]);
});
