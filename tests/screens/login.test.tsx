/** The entry: what is missing, what the server says, the second factor, and where the focus goes. */
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { AppProviders } from '#renderer/AppProviders.tsx';
import { createQueryClient } from '#renderer/api/index.ts';
import { LoginForm } from '#renderer/desks/login/LoginForm.tsx';
import { type Asked, serve } from './support/server.ts';
import { solvable, solveHere } from './support/solver.ts';

beforeEach(solveHere);

/** Draws the form over a server that answers a login so. */
async function open(login: (asked: Asked) => unknown) {
  const challenge = await solvable();
  const asked = await serve((one) => (one.path === '/api/challenges' ? challenge : login(one)));
  render(
    <QueryClientProvider client={createQueryClient()}>
      <AppProviders locale="zh-CN">
        <LoginForm />
      </AppProviders>
    </QueryClientProvider>,
  );
  const sent = () => asked.filter(({ method, path }) => method === 'POST' && path === '/api/session');
  return { sent, user: userEvent.setup({ delay: null }) };
}

const username = () => screen.getByLabelText('用户名');
const password = () => screen.getByLabelText('密码');
const button = () => screen.getByRole('button', { name: '登录' });
const hasFocus = (element: HTMLElement) => waitFor(() => expect(document.activeElement).toBe(element));

it('begins at the user name', async () => {
  await open(() => undefined);
  await hasFocus(username());
});

it('does not open the keyboard of a phone by itself', async () => {
  window.innerWidth = 390;
  await open(() => undefined);
  expect(document.activeElement).toBe(document.body);
});

it('sends nothing while something is missing, and leads there', async () => {
  const { sent, user } = await open(() => undefined);
  await user.type(username(), ' zhang ');
  await user.click(button());
  await hasFocus(password());
  expect([password().getAttribute('aria-invalid'), username().getAttribute('aria-invalid')]).toEqual([
    'true',
    'false',
  ]);
  expect(sent()).toEqual([]);
});

it('says what the server says, keeps the name, and leads to the password', async () => {
  const { user } = await open(() => undefined);
  await user.type(username(), 'zhang');
  await user.type(password(), 'wrong{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('not found');
  await hasFocus(password());
  expect(username()).toHaveProperty('value', 'zhang');
});

it('asks for the code of the second factor, once the password was right', async () => {
  const { sent, user } = await open(({ method }) => (method === 'POST' ? { secondFactor: true } : null));
  await user.type(username(), 'zhang');
  await user.type(password(), 'right{Enter}');
  await hasFocus(await screen.findByLabelText(/^动态验证码/));
  await user.keyboard('123456{Enter}');
  await waitFor(() => expect(sent()).toHaveLength(2));
  expect(sent().map(({ body }) => (body as { code?: string }).code)).toEqual([undefined, '123456']);
});
