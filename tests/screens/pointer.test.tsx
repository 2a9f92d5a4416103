/** Leaving a field by pressing a button: nothing moves under the pointer, and nothing is lost. */
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { PointerProvider, useAfterPointerUp } from '#renderer/frame/index.ts';

function Field({ log }: { log: string[] }) {
  const afterPointerUp = useAfterPointerUp();
  return (
    <>
      <input onBlur={() => afterPointerUp(() => log.push('left'))} />
      <button type="button" onClick={() => log.push('clicked')}>
        Next
      </button>
    </>
  );
}

function open(): { user: ReturnType<typeof userEvent.setup>; log: string[] } {
  const log: string[] = [];
  render(
    <PointerProvider>
      <Field log={log} />
    </PointerProvider>,
  );
  screen.getByRole('textbox').focus();
  return { user: userEvent.setup({ delay: null }), log };
}

it('waits for the release and runs before the click', async () => {
  const { user, log } = open();
  await user.pointer({ keys: '[MouseLeft>]', target: screen.getByRole('button') });
  expect(document.activeElement).toBe(screen.getByRole('button'));
  expect(log).toEqual([]);
  await user.pointer('[/MouseLeft]');
  expect(log).toEqual(['left', 'clicked']);
});

it('also runs where no click follows, as when a finger scrolls', async () => {
  const { user, log } = open();
  const button = screen.getByRole('button');
  await user.pointer({ keys: '[MouseLeft>]', target: button });
  fireEvent.pointerCancel(button);
  await waitFor(() => expect(log).toEqual(['left']));
});

it('runs at once where the field is left by key', async () => {
  const { user, log } = open();
  await user.tab();
  expect(log).toEqual(['left']);
});
