/** Sheets of many cases in one file: nobody selected, asked for, being made, ready. */
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { AppProviders } from '#renderer/AppProviders.tsx';
import { createQueryClient } from '#renderer/api/index.ts';
import { PrintButton } from '#renderer/desks/review/queue/PrintButton.tsx';
import { serve } from '../support/server.ts';

const run = {
  ...{ id: 'r1', sheet: 'card', title: 'Card', form: 'pdf', problem: null, cases: 4 },
  ...{ createdAt: '2026-05-01T00:00:00.000Z', expiresAt: '2026-05-02T00:00:00.000Z' },
};
const moving = { ...run, status: 'running', done: 1, printed: 0, bytes: null };
const ready = { ...run, id: 'r2', form: 'zip', status: 'done', done: 4, printed: 3, bytes: 2048 };

it('asks to select somebody, sends the whole list, shows progress and what is ready', async () => {
  const sent: unknown[] = [];
  await serve(({ path, method, body }) => {
    if (method !== 'POST') return { runs: path === '/api/print-runs' ? [moving, ready] : [] };
    sent.push(body);
    return { id: 'r3' };
  });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <AppProviders locale="zh-CN">
        <PrintButton
          sheets={[{ id: 'card', title: 'Card' }]}
          place={{ route: 'application', queue: 'todo', cycle: '2026' }}
          selected={[]}
        />
      </AppProviders>
    </QueryClientProvider>,
  );
  const press = (text: string) => userEvent.click(screen.getByText(text));
  await press('打印…');
  await screen.findByText('开始打印');
  await press('开始打印');
  expect(await screen.findByText('请先在列表中选择要打印的人员。')).toBeTruthy();
  expect(sent).toEqual([]);
  await press('本列表全部');
  await press('压缩包');
  await press('开始打印');
  const queue = { route: 'application', queue: 'todo', cycle: '2026' };
  await waitFor(() => expect(sent).toEqual([{ sheet: 'card', form: 'zip', queue }]));
  expect(await screen.findByText('1 / 4')).toBeTruthy();
  expect(screen.getByText(/^Card · 合并PDF · 2026-05-01/)).toBeTruthy();
  expect(screen.getByText(/^Card · 压缩包 · 2026-05-01/)).toBeTruthy();
  expect(screen.getByText(/3 份，.*1 人没有这张表/)).toBeTruthy();
  expect(screen.getByText('下载').closest('a')?.getAttribute('href')).toBe('/api/print-runs/r2/file');
});
