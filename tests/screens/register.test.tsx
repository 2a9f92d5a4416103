/** A registration: what is missing is listed, what the server refuses stands at its field, and it is sent as a whole. */
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { AccountBinding, SectionDefinition } from '#core/model/index.ts';
import { AppProviders } from '#renderer/AppProviders.tsx';
import { createQueryClient } from '#renderer/api/index.ts';
import { RegisterForm } from '#renderer/desks/registration/RegisterForm.tsx';
import { OpenBlank } from '#renderer/form/index.ts';
import { tiny } from '../core/compile/tiny.ts';
import { type Asked, serve } from './support/server.ts';
import { solvable, solveHere } from './support/solver.ts';

const person: SectionDefinition = {
  id: 'person',
  title: 'Person',
  kind: 'form',
  schema: {
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string', title: 'Full name' }, under: { type: 'string', title: 'Under' } },
  },
};
const binding: AccountBinding = {
  makes: 'person',
  role: 'pupil',
  name: '/person/name',
  parent: '/person/under',
};
const definition = tiny(
  [person],
  {},
  { account: binding, pages: [{ id: 'all', title: 'All', menu: 'form', sections: ['person'] }] },
);
const edition = { hash: 'tiny', definition };

beforeEach(solveHere);

/** Draws the form over a server that answers a registration so. */
async function open(answer: (asked: Asked) => unknown) {
  const challenge = await solvable();
  const asked = await serve((one) => {
    if (one.path === '/api/challenges') return challenge;
    return one.path === '/api/editions/tiny' ? edition : answer(one);
  });
  const sent: string[][] = [];
  render(
    <QueryClientProvider client={createQueryClient()}>
      <AppProviders locale="en">
        <OpenBlank edition="tiny" category="plain">
          <RegisterForm
            policy={{ minLength: 8, classes: 3, questions: [{ code: 'pet', title: 'First pet' }] }}
            binding={binding}
            onSent={(...whom) => sent.push(whom)}
          />
        </OpenBlank>
      </AppProviders>
    </QueryClientProvider>,
  );
  await screen.findByRole('button', { name: 'Register' });
  const registrations = () => asked.filter(({ path }) => path === '/api/registrations');
  return { sent, registrations, user: userEvent.setup({ delay: null }) };
}

async function fill(user: ReturnType<typeof userEvent.setup>): Promise<void> {
  await user.type(screen.getByLabelText(/^User name/), 'zhang');
  await user.type(screen.getByLabelText(/^Password(?! again)/), 'Right-Horse-7');
  await user.type(screen.getByLabelText(/^Password again/), 'Right-Horse-7');
  await user.click(screen.getByRole('combobox', { name: 'Security question' }));
  await user.click(await screen.findByTitle('First pet'));
  await user.type(screen.getByLabelText(/^Answer/), 'Rex');
  await user.type(screen.getByRole('textbox', { name: /Full name/ }), 'Test A');
}

it('lists all that is missing, leads there, and sends nothing', async () => {
  const { user, registrations } = await open(() => undefined);
  await user.click(screen.getByRole('button', { name: 'Register' }));
  const summary = await waitFor(() => {
    const found = document.querySelector('.summary');
    expect(found).not.toBeNull();
    return found as HTMLElement;
  });
  expect(summary.textContent).toMatch(/user name.*Full name/is);
  expect(registrations()).toEqual([]);
});

it('is sent as a whole, and tells for whom', async () => {
  const { user, sent, registrations } = await open(() => ({ id: 'c1' }));
  await fill(user);
  await user.click(screen.getByRole('button', { name: 'Register' }));
  await waitFor(() => expect(sent).toEqual([['zhang', '']]));
  expect(registrations()).toHaveLength(1);
});

it('says above all what the server refuses without naming a field, and keeps what was typed', async () => {
  const { user, sent } = await open(() => undefined);
  await fill(user);
  await user.click(screen.getByRole('button', { name: 'Register' }));
  expect((await screen.findByRole('heading', { name: 'not found' })).closest('.summary')).not.toBeNull();
  await waitFor(() => expect(document.activeElement?.className).toContain('summary'));
  expect(screen.getByLabelText(/^User name/)).toHaveProperty('value', 'zhang');
  expect(screen.getByRole('textbox', { name: /Full name/ })).toHaveProperty('value', 'Test A');
  expect(sent).toEqual([]);
});
