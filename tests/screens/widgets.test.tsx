/** Every widget as people use it: an answer goes in, keys or clicks change it, an answer comes out; and its aria. */
import { screen } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { FieldSchema, Json, UiHints } from '#core/model/index.ts';
import { widgetFor, widgets } from '#renderer/form/widgets/index.ts';
import { sectionOf, text } from './support/one-field.ts';
import { openSection } from './support/open.tsx';

type Case = {
  widget: string;
  schema: FieldSchema;
  ui?: UiHints[string];
  find: () => HTMLElement;
  /** An answer, and how the control shows it. */
  held: Json;
  shown: string;
  /** What a person does, and what the form holds then. */
  act: (user: UserEvent, control: HTMLElement) => Promise<void>;
  given: Json;
  /** An answer that the form refuses; absent where the control can hold none. */
  wrong?: Json;
  /** Says of itself that it is required; a group says it in its name. */
  asks?: boolean;
};

const byRole =
  (role: string, name: string | RegExp = /^Field/) =>
  () =>
    screen.getByRole(role, { name });
const types = (text: string) => async (user: UserEvent, control: HTMLElement) => {
  await user.click(control);
  await user.keyboard(text);
  await user.tab();
};
const picks = (name: string) => async (user: UserEvent, control: HTMLElement) => {
  await user.click(control);
  await user.click(screen.getByRole('option', { name }));
};
const clicks = (role: string, name: string) => (user: UserEvent) =>
  user.click(screen.getByRole(role, { name }));

const CASES: Case[] = [
  {
    widget: 'text',
    schema: text,
    find: byRole('textbox'),
    held: 'abc',
    shown: 'abc',
    act: types('word'),
    given: 'word',
    wrong: 'too long',
    asks: true,
  },
  {
    widget: 'textarea',
    schema: { type: 'string', maxLength: 800, minLength: 3 },
    find: byRole('textbox'),
    held: 'one\ntwo',
    shown: 'one\ntwo',
    act: types('two{Enter}lines'),
    given: 'two\nlines',
    wrong: 'no',
    asks: true,
  },
  {
    widget: 'number',
    schema: { type: 'integer', minimum: 18 },
    find: byRole('textbox'),
    held: 20,
    shown: '20',
    act: types('４2'),
    given: 42,
    wrong: 3,
    asks: true,
  },
  {
    widget: 'number',
    schema: { type: 'number', multipleOf: 0.01, maximum: 100_000, number: '#,##0.00' },
    find: byRole('textbox'),
    held: 1200,
    shown: '1,200.00',
    act: types('1,200.5'),
    given: 1200.5,
    wrong: 1_000_000,
    asks: true,
  },
  {
    widget: 'number',
    schema: { type: 'number', multipleOf: 0.01, maximum: 1, number: '0%' },
    find: byRole('textbox'),
    held: 0.35,
    shown: '35%',
    act: types('7'),
    given: 0.07,
    wrong: 2,
    asks: true,
  },
  {
    widget: 'password',
    schema: text,
    ui: { widget: 'password' },
    find: () => screen.getByLabelText(/^Field/),
    held: 'abc',
    shown: 'abc',
    act: types('word'),
    given: 'word',
    wrong: 'too long',
    asks: true,
  },
  {
    widget: 'date',
    schema: { type: 'string', format: 'date' },
    find: byRole('textbox'),
    held: '2026-03-01',
    shown: '2026-03-01',
    act: types('2026.3.2{Enter}'),
    given: '2026-03-02',
    wrong: '2026-13-45',
    asks: true,
  },
  {
    widget: 'month',
    schema: { type: 'string', format: 'month' },
    find: byRole('textbox'),
    held: '2026-03',
    shown: '2026-03',
    act: types('202604{Enter}'),
    given: '2026-04',
    wrong: '2026-13',
    asks: true,
  },
  {
    widget: 'time',
    schema: { type: 'string', format: 'time' },
    find: byRole('textbox'),
    held: '09:30',
    shown: '09:30',
    act: types('下午3点半{Enter}'),
    given: '15:30',
    wrong: '24:00',
    asks: true,
  },
  {
    widget: 'dateTime',
    schema: { type: 'string', format: 'date-time' },
    find: byRole('textbox'),
    held: '2026-07-01T08:30:00Z',
    shown: '2026-07-01 09:30',
    act: types('2026.7.2 1015{Enter}'),
    given: '2026-07-02T10:15:00+01:00',
    wrong: '2026-07-02',
    asks: true,
  },
  {
    widget: 'monthRange',
    schema: { type: 'string', format: 'month-range' },
    find: byRole('textbox', 'Field from'),
    held: '2020.09-2023.07',
    shown: '2020.09',
    act: types('2021.09{Enter}'),
    given: '2021.09-',
    wrong: '2023.07-2020.09',
    asks: true,
  },
  {
    widget: 'dateRange',
    schema: { type: 'string', format: 'date-range' },
    find: byRole('textbox', 'Field to'),
    held: '2026-03-01/2026-03-07',
    shown: '2026-03-07',
    act: types('2026-03-08{Enter}'),
    given: '/2026-03-08',
    wrong: '2026-03-07/2026-03-01',
    asks: true,
  },
  {
    widget: 'select',
    schema: { type: 'string', code: 'colour' },
    find: byRole('combobox'),
    held: 'r',
    shown: 'Red',
    act: picks('Blue'),
    given: 'b',
    wrong: 'old',
    asks: true,
  },
  {
    widget: 'radio',
    schema: { type: 'string', enum: ['yes', 'no'] },
    find: byRole('radiogroup'),
    held: 'no',
    shown: 'no',
    act: clicks('radio', 'yes'),
    given: 'yes',
  },
  {
    widget: 'radio',
    schema: { type: 'boolean' },
    ui: { widget: 'radio' },
    find: byRole('radiogroup'),
    held: true,
    shown: 'Yes',
    act: clicks('radio', 'No'),
    given: false,
  },
  {
    widget: 'radio',
    schema: {
      type: 'boolean',
      oneOf: [
        { const: true, title: 'I do' },
        { const: false, title: 'I do not' },
      ],
    },
    find: byRole('radiogroup'),
    held: true,
    shown: 'I do',
    act: clicks('radio', 'I do not'),
    given: false,
  },
  {
    widget: 'radio',
    schema: {
      type: 'integer',
      oneOf: [
        { const: 1, title: 'First' },
        { const: 2, title: 'Second' },
      ],
    },
    find: byRole('radiogroup'),
    held: 1,
    shown: 'First',
    act: clicks('radio', 'Second'),
    given: 2,
  },
  {
    widget: 'select',
    schema: {
      type: 'string',
      oneOf: ['a', 'b', 'c', 'd', 'e'].map((key) => ({ const: key, title: `Letter ${key}` })),
    },
    find: byRole('combobox'),
    held: 'b',
    shown: 'Letter b',
    act: picks('Letter c'),
    given: 'c',
    wrong: 'Letter c',
    asks: true,
  },
  {
    widget: 'checkboxes',
    schema: {
      type: 'array',
      items: {
        type: 'string',
        oneOf: [
          { const: 'a', title: 'Apple' },
          { const: 'b', title: 'Bean' },
        ],
      },
    },
    find: byRole('group'),
    held: ['b'],
    shown: 'Bean',
    act: clicks('checkbox', 'Apple'),
    given: ['a'],
  },
  {
    widget: 'checkbox',
    schema: { type: 'boolean' },
    find: byRole('checkbox'),
    held: true,
    shown: 'checked',
    act: (user, control) => user.click(control),
    given: true,
    asks: true,
  },
  {
    widget: 'checkboxes',
    schema: { type: 'array', items: { type: 'string', code: 'colour' } },
    find: byRole('group'),
    held: ['b'],
    shown: 'Blue',
    act: clicks('checkbox', 'Red'),
    given: ['r'],
  },
];

/** What somebody reads in a control. */
function readOf(control: HTMLElement): string {
  if (control.getAttribute('role') === 'combobox') return control.closest('.ant-select')?.textContent ?? '';
  if (control instanceof HTMLTextAreaElement) return control.value;
  if (control instanceof HTMLInputElement && control.type !== 'checkbox') return control.value;
  if (control instanceof HTMLInputElement) return control.checked ? 'checked' : '';
  const chosen = [...control.querySelectorAll<HTMLInputElement>('input:checked')];
  return chosen.map((input) => input.closest('label')?.textContent ?? '').join();
}

describe.each(CASES)('$widget for $schema.type $schema.format', (one) => {
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

describe.each(CASES.filter(({ wrong }) => wrong !== undefined))('$widget', (one) => {
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
  const tested = new Set(CASES.map(({ widget }) => widget));
  expect(widgets.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([
    'reading',
    'organisation',
  ]);
});
