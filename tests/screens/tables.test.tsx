/** Rows, in a table on a wide window and as cards on a phone: both read, open, save, move and delete the same. */
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Json, SectionDefinition } from '#core/model/index.ts';
import { file } from '../core/compile/tiny.ts';
import { openSection } from './support/open.tsx';

const study: SectionDefinition = {
  id: 'study',
  title: 'Study',
  kind: 'table',
  mark: { title: 'On the notice', default: true, sheets: [] },
  strike: { sheets: [] },
  schema: {
    type: 'array',
    maxItems: 3,
    items: {
      type: 'object',
      required: ['subject'],
      properties: {
        subject: { type: 'string', title: 'Subject', maxLength: 20 },
        hours: { type: 'integer', title: 'Hours', minimum: 1 },
        double: { type: 'integer', title: 'Double', derive: { '*': [{ var: ['row.hours', 0] }, 2] } },
      },
    },
  },
  slots: [{ id: 'proof', title: 'Proof', per: 'row' }],
};
const rows: Json = [
  { id: 'a', subject: 'Algebra', hours: 3 },
  { id: 'b', subject: 'Botany', hours: 5 },
];
const open = (value: Json = rows, more: Parameters<typeof openSection>[2] = {}) =>
  openSection(study, { study: value }, more);

const press = (name: string) => screen.getByRole('button', { name });
/** On a phone the sheet has a cross besides. */
const giveUp = () => screen.getByText('Cancel', { selector: 'button span' });
const rowAt = (id: string) => {
  const row = document.getElementById(`/study/${id}`);
  if (!row) throw new Error(`No row "${id}" is drawn`);
  return row;
};
const subjects = (value: Json) => (value as { subject?: string }[]).map(({ subject }) => subject);

describe.each([
  ['a table', 1280, 'TR'],
  ['cards', 400, 'ARTICLE'],
])('rows as %s', (_, width, tag) => {
  beforeEach(() => {
    window.innerWidth = width;
  });

  it('are read with their titles, computed fields among them', () => {
    open();
    expect(rowAt('b').tagName).toBe(tag);
    expect(within(rowAt('b')).getByText('Botany')).toBeTruthy();
    expect(within(rowAt('b')).getByText('10')).toBeTruthy();
    expect(screen.getAllByText('Subject').length).toBeGreaterThan(0);
  });

  it('are added, filled in and saved', async () => {
    const { user, answers, saved } = open();
    await user.click(press('Add a row'));
    await user.type(screen.getByRole('textbox', { name: /Subject/ }), 'Chemistry');
    await user.click(press('Save this row'));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Save this row' })).toBeNull());
    expect(subjects(answers())).toEqual(['Algebra', 'Botany', 'Chemistry']);
    expect(saved.at(-1)).toEqual(answers());
    expect(press('Add a row')).toHaveProperty('disabled', true);
    expect(screen.getByText('All 3 rows are used')).toBeTruthy();
  });

  it('stay open while something in them is wrong, and say what', async () => {
    const { user } = open();
    await user.click(press('Add a row'));
    await user.click(press('Save this row'));
    await screen.findAllByText(/Subject/, { selector: '.problem' });
    expect(press('Save this row')).toBeTruthy();
  });

  it('that were cancelled are as they were before', async () => {
    const { user, answers } = open();
    await user.click(press('Row 1 Edit'));
    await user.type(screen.getByRole('textbox', { name: /Subject/ }), ' II');
    await user.click(giveUp());
    await user.click(await screen.findByRole('button', { name: 'Give it up' }));
    await waitFor(() => expect(subjects(answers())).toEqual(['Algebra', 'Botany']));
    await user.click(press('Add a row'));
    await user.click(giveUp());
    await waitFor(() => expect(subjects(answers())).toEqual(['Algebra', 'Botany']));
  });

  it('are as they were typed where somebody would rather go on', async () => {
    const { user, answers } = open();
    await user.click(press('Row 1 Edit'));
    await user.type(screen.getByRole('textbox', { name: /Subject/ }), ' II');
    await user.click(giveUp());
    await user.click(await screen.findByRole('button', { name: 'Go on filling in' }));
    expect(subjects(answers())).toEqual(['Algebra II', 'Botany']);
    expect(press('Save this row')).toBeTruthy();
  });

  it('are moved, as far as there is a place', async () => {
    const { user, answers } = open();
    expect(press('Row 1 Move up')).toHaveProperty('disabled', true);
    expect(press('Row 2 Move down')).toHaveProperty('disabled', true);
    await user.click(press('Row 2 Move up'));
    expect(subjects(answers())).toEqual(['Botany', 'Algebra']);
  });

  it('are deleted after a confirmation that counts their files', async () => {
    const { user, answers } = open(rows, { files: [{ ...file('study', 'proof', 'a') }] });
    await user.click(press('Row 1 Delete'));
    const dialog = await screen.findByRole('dialog', { name: /Row 1/ });
    expect(dialog.textContent).toContain('1 file');
    expect(subjects(answers())).toEqual(['Algebra', 'Botany']);
    await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(subjects(answers())).toEqual(['Botany']));
  });

  it('are ticked where the form asks for it', async () => {
    const { user, answers } = open();
    const tick = within(rowAt('a')).getByRole('checkbox', { name: 'On the notice' });
    expect(tick).toHaveProperty('checked', true);
    await user.click(tick);
    expect(answers()).toMatchObject([{ id: 'a', mark: false }, { id: 'b' }]);
  });

  it('that were struck are marked', () => {
    open(rows, { strikes: [{ section: 'study', row: 'b' }] });
    expect(rowAt('b').className).toContain('struck');
    expect(rowAt('a').className).not.toContain('struck');
    expect(screen.getAllByText(/struck/i).length).toBe(1);
  });

  it('have no controls for who may only read', () => {
    open(rows, { editingAs: null });
    expect(screen.queryAllByRole('button')).toEqual([]);
    expect(within(rowAt('a')).getByRole('checkbox')).toHaveProperty('disabled', true);
  });

  it('have a hint where there are none', () => {
    open([]);
    expect(screen.getByText(/Nothing here yet/)).toBeTruthy();
  });
});

it('a new row takes the focus', async () => {
  const { user } = open();
  await user.click(press('Add a row'));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Subject/ }));
});

describe('a table that may be empty', () => {
  const optional: SectionDefinition = { ...study, schema: { ...study.schema, none: 'nothing' } };
  const begin = (value: Json | null, more: Parameters<typeof openSection>[2] = {}) =>
    openSection(optional, value === null ? {} : { study: value }, more);

  it('is said to be so with one click, which is kept as the answer, and taken back with another', async () => {
    const { user, answers, saved } = begin(null);
    await user.click(press('Say “nothing”'));
    expect(answers()).toBe('nothing');
    expect(saved).toEqual(['nothing']);
    expect(screen.getByText('nothing', { selector: 'strong' })).toBeTruthy();
    await user.click(press('Fill it in after all'));
    expect(answers()).toEqual([]);
  });

  it('takes a row instead of the word', async () => {
    const { user, answers } = begin('nothing');
    await user.click(press('Add a row'));
    expect(answers()).toMatchObject([{ id: expect.any(String) }]);
  });

  it('says that it is missing only once somebody asks', () => {
    begin([]);
    expect(screen.queryByText(/choose “nothing”/)).toBeNull();
    begin([], { revealed: true });
    expect(screen.getByText(/choose “nothing”/)).toBeTruthy();
  });

  it('offers no word beside rows, nor where nobody may write', () => {
    begin(rows);
    expect(screen.queryByRole('button', { name: /nothing/ })).toBeNull();
  });
});
