/** Items by columns, in a table on a wide window and as cards on a phone. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Json, SectionDefinition } from '#core/model/index.ts';
import { openSection } from './support/open.tsx';

const work: SectionDefinition = {
  id: 'work',
  title: 'Work',
  kind: 'grid',
  mark: { title: 'On the notice', default: false, sheets: [] },
  columns: { years: { from: -2, to: -1 }, title: '{year}' },
  cells: {
    count: { type: 'integer', minimum: 0, blank: '/' },
    place: { type: 'string', code: 'colour' },
    talks: {
      type: 'object',
      properties: { all: { type: 'integer', title: 'all' }, led: { type: 'integer', title: 'led' } },
    },
  },
  items: [
    { id: 'weeks', title: 'Weeks', unit: 'w', cell: 'count', schema: { maximum: 53 }, required: true },
    { id: 'visits', title: 'Visits', cell: 'count' },
    { id: 'where', title: 'Where', cell: 'place' },
    { id: 'talks', title: 'Talks', cell: 'talks' },
    {
      id: 'sum',
      title: 'Sum',
      cell: 'count',
      derive: { '+': [{ var: ['cells.weeks', 0] }, { var: ['cells.visits', 0] }] },
    },
  ],
  own: { max: 1, title: 'More', cell: 'count' },
};
const cells = (given: Json): Json => ({ cells: given, marks: {}, own: [] });
const held = cells({ weeks: { 2024: 40, 2025: 50 }, talks: { 2024: { all: 3 } } });
const open = (value: Json = held, more: Parameters<typeof openSection>[2] = {}) =>
  openSection(work, { work: value }, more);

const cell = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const line = (id: string) => {
  const found = document.getElementById(`/work/cells/${id}`);
  if (!found) throw new Error(`No line "${id}" is drawn`);
  return found;
};

describe.each([
  ['a table', 1280, 'TR'],
  ['cards', 400, 'ARTICLE'],
])('a grid as %s', (_, width, tag) => {
  beforeEach(() => {
    window.innerWidth = width;
  });

  it('shows what its cells hold, computed ones as the engine computes them', () => {
    open();
    expect(line('weeks').tagName).toBe(tag);
    expect(cell('Weeks 2024').value).toBe('40');
    expect(cell('Talks 2024 all').value).toBe('3');
    expect(cell('Sum 2025').value).toBe('50');
    expect(cell('Sum 2025').readOnly).toBe(true);
    expect(within(line('weeks')).getByText('w')).toBeTruthy();
  });

  it('shows the unit of an added item where units stand, and totals below it', () => {
    open({ cells: {}, marks: {}, own: [{ id: 'o1', title: 'Visits', unit: 'h', cells: {} }] });
    const unit = screen.getByRole<HTMLInputElement>('textbox', { name: 'Visits Unit' });
    expect(unit.value).toBe('h');
    if (tag === 'TR') expect(unit.closest('td')?.cellIndex).toBe(1);
    const order = [...document.querySelectorAll('[id^="/work/cells/"]')].map(({ id }) =>
      id.split('/').at(-1),
    );
    expect(order.filter((id) => id === 'o1' || id === 'talks' || id === 'sum')).toEqual([
      'talks',
      'o1',
      'sum',
    ]);
  });

  it('takes a number, the blank word, a part and a choice, each into its own cell', async () => {
    const { user, answers } = open(cells({}));
    await user.type(cell('Visits 2024'), '１2');
    await user.type(cell('Visits 2025'), '/');
    await user.type(cell('Talks 2025 led'), '4');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Where 2025' }), 'Blue');
    expect(answers()).toMatchObject({
      cells: { visits: { 2024: 12, 2025: '/' }, talks: { 2025: { led: 4 } }, where: { 2025: 'b' } },
    });
  });

  it('takes an answer away when it is deleted', async () => {
    const { user, answers } = open();
    await user.clear(cell('Weeks 2024'));
    await user.tab();
    expect(answers()).toMatchObject({ cells: { weeks: { 2025: 50 } } });
    expect(answers()).not.toHaveProperty('cells.weeks.2024');
  });

  it('says in the line, and ties to the cell, what is wrong', () => {
    open(cells({ weeks: { 2024: 60, 2025: 50 } }));
    expect(cell('Weeks 2024').getAttribute('aria-invalid')).toBe('true');
    const note = document.getElementById(cell('Weeks 2024').getAttribute('aria-describedby') ?? '');
    expect(note?.textContent).toContain('53');
    expect(line('weeks').contains(note)).toBe(true);
    expect(cell('Weeks 2025').getAttribute('aria-invalid')).toBeNull();
  });

  it('is ticked line by line', async () => {
    const { user, answers } = open();
    const tick = within(line('visits')).getByRole('checkbox', { name: /On the notice/ });
    expect(tick).toHaveProperty('checked', false);
    await user.click(tick);
    expect(answers()).toMatchObject({ marks: { visits: true } });
  });

  it('takes an own line, names it, and deletes it again', async () => {
    const { user, answers } = open();
    await user.click(screen.getByRole('button', { name: 'Add an item' }));
    await user.type(screen.getByRole('textbox', { name: 'Name of the item' }), 'Letters');
    await user.tab();
    await user.type(cell('Letters 2024'), '7');
    await user.tab();
    expect(answers()).toMatchObject({ own: [{ title: 'Letters', cells: { 2024: 7 } }] });
    expect(screen.getByRole('button', { name: 'Add an item' })).toHaveProperty('disabled', true);
    await user.click(screen.getByRole('button', { name: /Delete/ }));
    expect(answers()).toMatchObject({ own: [] });
  });

  it('has no controls for who may only read', () => {
    open(held, { editingAs: null });
    expect(screen.queryAllByRole('button')).toEqual([]);
    expect(screen.queryAllByRole('combobox')).toEqual([]);
    for (const input of screen.getAllByRole<HTMLInputElement>('textbox')) expect(input.readOnly).toBe(true);
  });
});

describe('the keys of a grid', () => {
  it.each([
    ['{ArrowDown}', 'Visits 2024'],
    ['{Enter}', 'Visits 2024'],
    ['{ArrowRight}', 'Weeks 2025'],
    ['{ArrowUp}', 'Weeks 2024'],
    ['{ArrowDown}{ArrowRight}{ArrowUp}', 'Weeks 2025'],
  ])('%s from the first cell lead to %s', async (keys, to) => {
    const { user } = open();
    await user.click(cell('Weeks 2024'));
    await user.keyboard(keys);
    expect(document.activeElement).toBe(cell(to));
  });

  it('stay in the text while it has letters on that side', async () => {
    const { user } = open();
    await user.click(cell('Weeks 2024'));
    await user.keyboard('{ArrowLeft}{ArrowRight}');
    expect(document.activeElement).toBe(cell('Weeks 2024'));
  });
});

describe.each([
  ['a table', 1280],
  ['cards', 400],
])('the sums of a grid as %s', (_, width) => {
  const costs: SectionDefinition = {
    id: 'work',
    title: 'Costs',
    kind: 'grid',
    columns: [
      { id: 'a', title: 'First' },
      { id: 'b', title: 'Second' },
    ],
    cells: { money: { type: 'number', multipleOf: 0.01, number: '#,##0.00' } },
    items: [{ id: 'soil', title: 'Soil', cell: 'money' }],
    own: { max: 1, title: 'More', cell: 'money' },
    sums: { cell: 'money', down: 'Total', across: 'Both' },
  };

  it('follow what is typed, and count what was added', async () => {
    window.innerWidth = width;
    const own = [{ id: 'o1', title: 'Nails', cells: { a: 0.2 } }];
    const { user } = openSection(costs, { work: { cells: { soil: { a: 0.1 } }, marks: {}, own } });
    const sum = (name: string) => screen.getByRole('status', { name }).textContent;
    expect(cell('Total First').value).toBe('0.30');
    await user.type(cell('Soil Second'), '1200');
    await user.tab();
    await waitFor(() => expect(cell('Total Second').value).toBe('1,200.00'));
    expect(['Soil Both', 'Nails Both', 'Total Both'].map(sum)).toEqual(['1,200.10', '0.20', '1,200.30']);
  });
});

describe('a block that was copied in a spreadsheet', () => {
  beforeEach(() => {
    window.innerWidth = 1280;
  });

  const paste = (name: string, text: string) =>
    fireEvent.paste(cell(name), { clipboardData: { getData: () => text } });

  it('goes to the cells from that one on, each read as if it had been typed', async () => {
    const { answers } = open();
    paste('Weeks 2024', '１１\t12\r\n\t22\r\n');
    await waitFor(() => expect(cell('Weeks 2025').value).toBe('12'));
    expect(cell('Weeks 2024').value).toBe('11');
    expect(answers()).toMatchObject({
      cells: { weeks: { 2024: 11, 2025: 12 }, visits: { 2025: 22 }, talks: { 2024: { all: 3 } } },
    });
    expect(await screen.findByText('3 cells pasted')).toBeTruthy();
  });

  it('fills the parts of cells, and says what has no place', async () => {
    const { answers } = open();
    paste('Talks 2024 led', '4\t5\t/\tbeyond\nto the sum');
    expect(await screen.findByText('3 cells pasted; there is no place for 2 more')).toBeTruthy();
    expect(answers()).toMatchObject({
      cells: { talks: { 2024: { all: 3, led: 4 }, 2025: { all: 5, led: '/' } } },
    });
  });

  it('takes the place of what was typed there and not yet handed over', async () => {
    open();
    fireEvent.change(cell('Weeks 2025'), { target: { value: '9' } });
    paste('Weeks 2024', '7\t50');
    await waitFor(() => expect(cell('Weeks 2024').value).toBe('7'));
    expect(cell('Weeks 2025').value).toBe('50');
  });

  it('of one text is left to the cell', () => {
    open();
    const isLeft = paste('Weeks 2024', '41\r\n');
    expect(isLeft).toBe(true);
  });
});
