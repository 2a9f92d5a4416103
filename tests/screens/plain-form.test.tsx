/** What every hand-laid form does when somebody tries to send it. */
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { LineField, usePlainForm } from '#renderer/plain-forms/index.ts';

type Values = { first: string; second: string };
type Props = { send: (values: Values) => unknown; isBlocked?: () => Promise<boolean> };

function Form({ send, isBlocked = async () => false }: Props) {
  const form = usePlainForm<Values>({
    initialValues: { first: 'right', second: '' },
    validate: ({ first, second }) => ({
      ...(second === '' ? { second: 'Second is missing' } : {}),
      ...(first === '' ? { first: 'First is missing' } : {}),
    }),
    send,
    isBlocked,
  });
  return (
    <form noValidate onSubmit={form.submit}>
      <LineField {...form.line('first')} label="First" autoComplete="off" maxLength={20} />
      <LineField {...form.line('second')} label="Second" autoComplete="off" maxLength={20} />
      <button type="submit">Send</button>
      <output>{form.hasFailed ? 'failed' : 'fine'}</output>
    </form>
  );
}

function open(props: Partial<Props> = {}) {
  const sent: Values[] = [];
  render(<Form send={(values) => sent.push(values)} {...props} />);
  const [first, second] = screen.getAllByRole('textbox');
  if (!first || !second) throw new Error('The form has two fields.');
  return { user: userEvent.setup(), sent, first, second, button: screen.getByRole('button') };
}

describe('a plain form', () => {
  it('is silent before it is sent, and sends what is right', async () => {
    const { user, sent, first, second, button } = open();
    await user.clear(first);
    await user.type(second, 'here');
    expect(screen.queryByText('First is missing')).toBeNull();
    await user.type(first, 'there');
    await user.click(button);
    expect(sent).toEqual([{ first: 'there', second: 'here' }]);
    expect(screen.getByText('fine')).toBeTruthy();
  });

  it('sends nothing that is wrong: it says what, and takes the focus to the first of it', async () => {
    const { user, sent, first, second, button } = open();
    await user.click(button);
    expect(await screen.findByText('Second is missing')).toBeTruthy();
    expect(document.activeElement).toBe(second);
    await user.clear(first);
    await user.click(button);
    expect(await screen.findByText('First is missing')).toBeTruthy();
    expect(document.activeElement).toBe(first);
    expect(sent).toEqual([]);
  });

  it('takes a sentence back as soon as it is mended, and leaves the focus where it is', async () => {
    const { user, first, second, button } = open();
    await user.clear(first);
    await user.click(button);
    await screen.findByText('Second is missing');
    await user.type(second, 'h');
    expect(screen.queryByText('Second is missing')).toBeNull();
    expect(screen.getByText('First is missing')).toBeTruthy();
    expect(document.activeElement).toBe(second);
  });

  it('has failed where the server refuses, with nothing wrong at its fields', async () => {
    const { user, second, button } = open({ send: () => Promise.reject(new Error('refused')) });
    await user.type(second, 'here');
    await user.click(button);
    expect(await screen.findByText('failed')).toBeTruthy();
    expect(screen.queryByText(/is missing/)).toBeNull();
  });

  it('is kept by what is wrong elsewhere', async () => {
    const { user, sent, second, button } = open({ isBlocked: async () => true });
    await user.type(second, 'here');
    await user.click(button);
    expect(await screen.findByText('failed')).toBeTruthy();
    expect(sent).toEqual([]);
  });
});
