/** The bar by which a reviewer decides: what the first event asks for, and everything else apart. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { EventDefinition, FieldSchema, JsonObject, RouteDefinition } from '#core/model/index.ts';
import type { ActionView } from '#core/model/wire/index.ts';
import { ApiError } from '#renderer/api/index.ts';
import type { Actions } from '#renderer/desks/review/case/actions.ts';
import { DecisionBar } from '#renderer/desks/review/case/DecisionBar.tsx';
import type { Decide } from '#renderer/desks/review/case/usePrimary.tsx';
import { type Begun, begunOf } from '#renderer/desks/review/events/index.ts';
import { forgetUnsent } from '#renderer/frame/index.ts';
import { openForm, viewOf } from './support/open.tsx';

const opinion: FieldSchema = { type: 'string', title: 'Opinion', minLength: 3 };
const asks = { schema: { type: 'object' as const, required: ['opinion'], properties: { opinion } } };
const events: Record<string, EventDefinition> = {
  PASS: { title: 'Pass', input: asks },
  RETURN: { title: 'Return', input: asks },
};
const route: RouteDefinition = {
  id: 'none',
  title: 'None',
  subject: 'application',
  desks: {},
  queues: {},
  machine: { id: 'm' },
  events,
};

const action = (event: string, more: Partial<ActionView> = {}): ActionView => ({
  event,
  by: 'office',
  title: events[event]?.title ?? event,
  primary: event === 'PASS',
  danger: event === 'RETURN',
  bulk: false,
  input: { ...asks, ui: {} },
  ...more,
});
const both: Actions = { primary: action('PASS'), others: [], dangerous: [action('RETURN')] };

type More = { decide?: Decide; goesOn?: boolean };

function open(actions: Actions, { decide, goesOn = false }: More = {}) {
  const decided: [string, JsonObject][] = [];
  forgetUnsent();
  const begun: Begun = begunOf('test');
  const decides: Decide = async ({ event }, input) => {
    decided.push([event, input]);
  };
  const screenOf = (
    <DecisionBar
      view={viewOf({}, {})}
      actions={actions}
      decide={decide ?? decides}
      goesOn={goesOn}
      begun={begun}
    />
  );
  const section = { id: 'plain', title: 'Plain', kind: 'form' as const };
  return { ...openForm(section, screenOf, {}, { routes: [route] }), decided };
}

const inBar = () => within(screen.getByRole('region', { name: 'Actions' }));

it('says where the case stands when there is nothing to decide', () => {
  open({ others: [], dangerous: [] });
  expect(document.querySelector('.decision')?.textContent).toContain('Draft');
  expect(screen.queryByRole('button')).toBeNull();
});

it('asks for what is missing where it is missing, and decides once it is there', async () => {
  const { user, decided } = open(both);
  await user.click(inBar().getByRole('button', { name: 'Pass' }));
  const field = inBar().getByRole('textbox', { name: /Opinion/ });
  await waitFor(() => expect(document.activeElement).toBe(field));
  const described = document.getElementById(field.getAttribute('aria-describedby')?.split(' ')[0] ?? '');
  expect([described?.textContent, decided]).toEqual([expect.stringContaining('Opinion'), []]);
  await user.type(field, 'Good work');
  await user.click(inBar().getByRole('button', { name: 'Pass' }));
  await waitFor(() => expect(decided).toEqual([['PASS', { opinion: 'Good work' }]]));
});

it('says that the next case comes', () => {
  open(both, { goesOn: true });
  expect(inBar().getByRole('button', { name: /Pass.*next/i })).toBeTruthy();
});

it('asks once more where the event wants it', async () => {
  const { user, decided } = open({ ...both, primary: action('PASS', { confirm: 'For good' }) });
  await user.type(inBar().getByRole('textbox', { name: /Opinion/ }), 'Good work');
  await user.click(inBar().getByRole('button', { name: 'Pass' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(decided).toEqual([]);
  await user.click(dialog.getByRole('button', { name: 'Pass' }));
  await waitFor(() => expect(decided).toHaveLength(1));
});

it('keeps what was typed when the server refuses, and says why', async () => {
  const refuses: Decide = async () => {
    throw new ApiError(409, { code: 'changed', message: 'Somebody was quicker', requestId: 'r' });
  };
  const { user } = open(both, { decide: refuses });
  const field = inBar().getByRole('textbox', { name: /Opinion/ });
  await user.type(field, 'Good work');
  await user.click(inBar().getByRole('button', { name: 'Pass' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Somebody was quicker');
  expect(field).toHaveProperty('value', 'Good work');
});

it('leads to the login where the session has ended, and has what was typed when the page comes back', async () => {
  const ended: Decide = async () => {
    throw new ApiError(401, { code: 'unauthenticated', message: 'Please log in again', requestId: 'r' });
  };
  const { user } = open(both, { decide: ended });
  await user.type(inBar().getByRole('textbox', { name: /Opinion/ }), 'Good work');
  await user.click(inBar().getByRole('button', { name: 'Pass' }));
  const alert = within(await screen.findByRole('alert'));
  expect(alert.getByRole('link', { name: 'Log in again' }).getAttribute('href')).toBe('/');
  expect(begunOf('test').all()).toEqual({ PASS: { opinion: 'Good work' } });
});

it('carries what was typed into the dialog of another event', async () => {
  const { user, decided } = open(both);
  await user.type(inBar().getByRole('textbox', { name: /Opinion/ }), 'Proof is missing');
  await user.click(inBar().getByRole('button', { name: 'Return' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByRole('textbox', { name: /Opinion/ })).toHaveProperty('value', 'Proof is missing');
  await user.click(dialog.getByRole('button', { name: 'Return' }));
  await waitFor(() => expect(decided).toEqual([['RETURN', { opinion: 'Proof is missing' }]]));
});

it('folds everything else into one button on a phone', async () => {
  window.innerWidth = 390;
  const { user } = open(both);
  expect(inBar().queryByRole('button', { name: 'Return' })).toBeNull();
  const [folded] = inBar().getAllByRole('button');
  if (folded) await user.click(folded);
  await user.click(await screen.findByRole('menuitem', { name: 'Return' }));
  expect(await screen.findByRole('dialog')).toBeTruthy();
});
