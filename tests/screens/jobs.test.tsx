/** The operator's desk: what a job says of itself, and what is done about it by keyboard. */
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { JobLine } from '#core/model/wire/index.ts';
import { AppProviders } from '#renderer/AppProviders.tsx';
import { createQueryClient } from '#renderer/api/index.ts';
import { JobsPage } from '#renderer/desks/jobs/JobsPage.tsx';
import { type Asked, serve } from './support/server.ts';

const AT = '2026-03-02T06:05:00.000Z';

const job = (id: string, more: Partial<JobLine>): JobLine => ({
  id,
  kind: 'verify-trail',
  status: 'waiting',
  userName: '',
  dueAt: AT,
  attempts: 0,
  done: 0,
  total: null,
  problem: null,
  result: null,
  createdAt: AT,
  startedAt: null,
  finishedAt: null,
  ...more,
});

const problem = { code: 'error', params: {}, message: 'the disk is full' };

async function open(rows: JobLine[]) {
  const asked = await serve(({ method, path }: Asked) => {
    if (method === 'GET') return path === '/api/jobs' ? { rows, after: null } : undefined;
    if (path === '/api/jobs') return { id: 'new' };
    rows[0] = { ...rows[0], ...job('a', { status: 'waiting' }) };
    return {};
  });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <AppProviders locale="zh-CN">
        <JobsPage />
      </AppProviders>
    </QueryClientProvider>,
  );
  const list = await screen.findByRole('list', { name: '后台任务列表' });
  return { asked, list: within(list), user: userEvent.setup({ delay: null }) };
}

it('says state, progress, tries, what came of it and what went wrong', async () => {
  const { list } = await open([
    job('a', { status: 'running', done: 50, total: 200, startedAt: AT, userName: '测试甲' }),
    job('b', { attempts: 2, problem }),
    job('c', { status: 'failed', attempts: 3, problem: { ...problem, code: 'died', message: '' } }),
    job('d', { status: 'failed', problem: { ...problem, code: 'trail-broken', params: { row: 7 } } }),
    job('e', { status: 'done', result: { rows: 12 }, kind: 'verify-trail' }),
    job('f', { status: 'done', result: {}, kind: 'of-an-older-version' }),
  ]);
  const [running, again, died, broken, done, older] = list.getAllByRole('listitem');
  expect(running?.textContent).toContain('进行中测试甲 发起');
  expect(running?.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('25');
  expect(again?.textContent).toMatch(/等待中.* 再试 · 已试 2 次出错：the disk is full/);
  expect(died?.textContent).toContain('执行的进程多次中断，已停止重试');
  expect(broken?.textContent).toContain('审计记录从第 7 条起不相符，请立即报告');
  expect(done?.textContent).toContain('共 12 条，全部相符');
  expect(older?.textContent).toContain('of-an-older-version');
  expect(list.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    '取消',
    '取消',
    '重试',
    '重试',
  ]);
});

it('is tried again by keyboard, and the focus stays on the button', async () => {
  const { asked, list, user } = await open([job('a', { status: 'failed', attempts: 3, problem })]);
  list.getByRole('button', { name: '重试：校验审计记录' }).focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(list.getByRole('button').textContent).toBe('取消'));
  expect(asked.filter(({ method }) => method === 'PUT').map(({ path }) => path)).toEqual(['/api/jobs/a']);
  expect(document.activeElement).toBe(list.getByRole('button', { name: '取消：校验审计记录' }));
});

it('is asked for at once', async () => {
  const { asked, user } = await open([job('a', {})]);
  await user.click(screen.getByRole('button', { name: '立即清理无主文件' }));
  await screen.findByText('已加入后台任务');
  expect(asked.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual(['/api/jobs']);
});
