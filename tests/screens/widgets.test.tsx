/** Every widget as people use it: an answer goes in, keys or clicks change it, an answer comes out; and its aria. */
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { widgetFor, widgets } from '#renderer/form/widgets/index.ts';
import { sectionOf, text } from './support/one-field.ts';
import { openSection } from './support/open.tsx';
import { widgetCases } from './support/widgets/index.ts';

/** What somebody reads in a control. */
function readOf(control: HTMLElement): string {
  if (control.getAttribute('role') === 'combobox') return control.closest('.ant-select')?.textContent ?? '';
  if (control instanceof HTMLTextAreaElement) return control.value;
  if (control instanceof HTMLInputElement && control.type !== 'checkbox') return control.value;
  if (control instanceof HTMLInputElement) return control.checked ? 'checked' : '';
  const chosen = [...control.querySelectorAll<HTMLInputElement>('input:checked')];
  return chosen.map((input) => input.closest('label')?.textContent ?? '').join();
}

describe.each(widgetCases)('$widget for $schema.type $schema.format', (one) => {
  const { schema, ui, find, held, shown, act, given, asks = false } = one;

  it('is the widget that is drawn', () => expect(widgetFor(schema, ui?.widget).name).toBe(one.widget));

  it('shows the answer that it is given', () => {
    openSection(sectionOf(one), { s: { f: held } });
    expect(readOf(find())).toBe(shown);
  });

  it('commits what is entered, in the type that the form wants', async () => {
    const { user, answers } = openSection(sectionOf(one));
    await act(user, find());
    expect(answers()).toEqual({ f: given });
  });

  it('is linked to its message by aria, and is marked as required', () => {
    openSection(sectionOf(one, true), {}, { revealed: true });
    const control = find();
    expect(control).toHaveProperty('id', expect.stringMatching(/^\/s\/f/));
    expect(control.getAttribute('aria-describedby')).toBe('/s/f~note');
    expect(document.getElementById('/s/f~note')?.textContent).toMatch(/Field/);
    expect(control.getAttribute('aria-required')).toBe(asks ? 'true' : null);
    expect(control.getAttribute('aria-invalid')).not.toBe('true');
  });

  it('cannot be changed by who may only read', async () => {
    const { answers } = openSection(sectionOf(one), { s: { f: held } }, { editingAs: null });
    const open = document.querySelectorAll(
      'input:not(:disabled):not([readonly]), textarea:not([readonly]), button',
    );
    expect(open).toHaveLength(0);
    expect(answers()).toEqual({ f: held });
  });
});

describe.each(widgetCases.filter(({ wrong }) => wrong !== undefined))('$widget', (one) => {
  it('says what is wrong with what it holds', () => {
    openSection(sectionOf(one), { s: { f: one.wrong ?? null } });
    expect(one.find().getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById('/s/f~note')?.textContent).toMatch(/Field/);
  });
});

it.each([
  ['phone', 'tel', 'tel'],
  ['email', 'email', 'email'],
  ['uri', 'url', 'url'],
  ['postcode-cn', 'numeric', 'postal-code'],
])(
  'a field of the format "%s" has the keys of a phone that fit, and may be filled in by the browser',
  (format, keys, autocomplete) => {
    openSection(sectionOf({ schema: { type: 'string', format, maxLength: 400 }, ui: { autocomplete } }));
    const input = screen.getByRole<HTMLInputElement>('textbox', { name: 'Field' });
    expect([input.inputMode, input.autocomplete]).toEqual([keys, autocomplete]);
  },
);

it('what nobody has said of is not filled in by the browser', () => {
  openSection(sectionOf({ schema: text }));
  expect(screen.getByRole<HTMLInputElement>('textbox').autocomplete).toBe('off');
});

it('what the engine computes is read, tied to its label and never written', () => {
  const section = sectionOf({ schema: { type: 'number', derive: { '+': [40, 2] } }, ui: { suffix: 'days' } });
  openSection(section);
  const output = screen.getByRole('status', { name: 'Field' });
  expect(output.textContent).toBe('42 days');
  expect(output.getAttribute('aria-describedby')).toBe('/s/f~note');
  expect(screen.queryByRole('textbox')).toBeNull();
});

it('every widget is in the table', () => {
  const tested = new Set(widgetCases.map(({ widget }) => widget));
  expect(widgets.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([
    'reading',
    'organisation',
  ]);
});
