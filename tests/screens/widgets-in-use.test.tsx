/** What widgets do beside taking an answer: proposals, choices that cannot be made, pauses, patterns, words for an answer. */
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { FieldSchema } from '#core/model/index.ts';
import { sectionOf, text } from './support/one-field.ts';
import { openSection } from './support/open.tsx';

describe('proposals', () => {
  it('are offered beside any other text, and what is taken of them is an answer', async () => {
    const field: FieldSchema = {
      type: 'string',
      maxLength: 400,
      examples: ['word', 'Red'],
      suggest: 'colour',
    };
    const { user, answers } = openSection(sectionOf({ schema: field }));
    const input = screen.getByRole<HTMLInputElement>('combobox', { name: 'Field' });
    const offered = [...(input.list?.options ?? [])].map(({ value }) => value);
    expect(offered).toEqual(['word', 'Red', 'Blue']);
    await user.type(input, 'Reddish');
    await user.tab();
    expect(answers()).toEqual({ f: 'Reddish' });
  });

  it('of a field that is only read are none', () => {
    openSection(
      sectionOf({ schema: { ...text, examples: ['abc'] } }),
      { s: { f: 'x' } },
      { editingAs: null },
    );
    expect(document.querySelector('datalist')).toBeNull();
  });
});

describe('a choice that cannot be made', () => {
  const oneOf = ['a', 'b', 'c', 'd', 'e'].map((key) => ({ const: key, title: `Letter ${key}` }));
  const disabledWhen = [{ when: { '==': [{ var: 'option.code' }, 'b'] }, reason: 'B is taken' }];
  const few: FieldSchema = { type: 'string', oneOf: oneOf.slice(0, 3), disabledWhen };
  const several: FieldSchema = { type: 'array', items: { type: 'string', oneOf }, disabledWhen };
  const coded: FieldSchema = {
    type: 'string',
    code: 'colour',
    disabledWhen: [{ when: { var: 'option.warm' }, reason: 'Too warm' }],
  };

  it.each([
    ['radio', few],
    ['checkbox', several],
  ])('stands among the others in grey, with the reason as text: %s', (role, schema) => {
    openSection(sectionOf({ schema }));
    const refused = screen.getByRole(role, { name: /Letter b.*B is taken/ });
    expect(refused).toHaveProperty('disabled', true);
    expect(screen.getByRole(role, { name: 'Letter a' })).toHaveProperty('disabled', false);
    const group = refused.closest('[aria-describedby]');
    const notes = group?.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(notes.map((id) => document.getElementById(id)?.textContent)).toContain('B is taken');
  });

  it('of a list that opens is grey in it, and its reason can be read without opening', async () => {
    const { user, answers } = openSection(sectionOf({ schema: coded }));
    const box = screen.getByRole('combobox');
    const [, reasons = ''] = box.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(document.getElementById(reasons)?.textContent).toBe('Red: Too warm');
    await user.click(box);
    const grey = document.querySelector('.ant-select-item-option-disabled');
    expect(grey?.textContent).toContain('Too warm');
    if (grey) await user.click(grey);
    expect(answers()).toBeNull();
    await user.click(screen.getByRole('option', { name: 'Blue' }));
    expect(answers()).toEqual({ f: 'b' });
  });

  it('and was made before stays, and the field says the reason', () => {
    openSection(sectionOf({ schema: few }), { s: { f: 'b' } });
    expect(screen.getByRole('radio', { name: /Letter b/ })).toHaveProperty('checked', true);
    expect(document.getElementById('/s/f~note')?.textContent).toContain('B is taken');
  });
});

describe('typing', () => {
  it('is committed on a pause, before the field is left', async () => {
    const { user, answers } = openSection(sectionOf({ schema: text }));
    await user.type(screen.getByRole('textbox'), 'word');
    expect(answers()).toBeNull();
    await waitFor(() => expect(answers()).toEqual({ f: 'word' }));
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });

  it('takes an answer away when it is deleted', async () => {
    const { user, answers } = openSection(sectionOf({ schema: text }), { s: { f: 'abc' } });
    await user.clear(screen.getByRole('textbox'));
    await user.tab();
    expect(answers()).toEqual({});
  });
});

describe('a number with a pattern', () => {
  it('is plain while it is typed, and written out when the field is left', async () => {
    const money: FieldSchema = { type: 'number', multipleOf: 0.01, number: '#,##0.00' };
    const { user, answers } = openSection(sectionOf({ schema: money }), { s: { f: 1200 } });
    const control = screen.getByRole<HTMLInputElement>('textbox');
    await user.click(control);
    expect(control.value).toBe('1200');
    await user.keyboard('{End}000.5');
    await user.tab();
    expect(control.value).toBe('1,200,000.50');
    expect(answers()).toEqual({ f: 1_200_000.5 });
  });

  it('that hides digits of what was stored stays plain', () => {
    const money: FieldSchema = { type: 'number', multipleOf: 0.01, number: '#,##0.00' };
    openSection(sectionOf({ schema: money }), { s: { f: 1200.005 } });
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('1200.005');
  });
});

describe.each([
  ['text', text],
  ['number', { type: 'number' }],
  ['textarea', { type: 'string', maxLength: 800 }],
  ['date', { type: 'string', format: 'date' }],
  ['monthRange', { type: 'string', format: 'month-range' }],
] as [string, FieldSchema][])('the button for "there is none" beside %s', (_, schema) => {
  it('fills the word in, shows that it is, and takes it away again', async () => {
    const { user, answers } = openSection(sectionOf({ schema: { ...schema, none: 'none' } }));
    const button = screen.getByRole('button', { name: 'Field none' });
    expect(button.getAttribute('aria-pressed')).toBe('false');
    await user.click(button);
    expect(answers()).toEqual({ f: 'none' });
    expect(button.getAttribute('aria-pressed')).toBe('true');
    await user.click(button);
    expect(answers()).toEqual({});
  });
});
