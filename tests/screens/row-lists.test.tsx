/** Rows inside a row: added with their first values, shown and asked for each by itself, and read by their text. */
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SectionDefinition } from '#core/model/index.ts';
import { openSection } from './support/open.tsx';

const projects: SectionDefinition = {
  id: 'projects',
  title: 'Projects',
  kind: 'table',
  schema: {
    type: 'array',
    maxItems: 3,
    items: {
      type: 'object',
      properties: {
        rate: { type: 'number', title: 'Rate' },
        steps: {
          type: 'array',
          title: 'Milestones',
          maxItems: 2,
          items: {
            type: 'object',
            text: '{days} days, {cost}',
            properties: {
              days: { type: 'integer', title: 'Days', preset: 2 },
              cost: {
                type: 'number',
                title: 'Cost',
                derive: { '*': [{ var: 'item.days' }, { var: 'row.rate' }] },
              },
              why: { type: 'string', title: 'Why', visibleWhen: { '>': [{ var: 'item.cost' }, 50] } },
            },
          },
        },
      },
    },
  },
};
const rows = [{ id: 'a', rate: 10, steps: [{ days: 3 }, { days: 6 }] }];

describe.each([
  ['a table', 1280],
  ['cards', 400],
])('in %s', (_, width) => {
  beforeEach(() => {
    window.innerWidth = width;
  });

  it('are read with what is computed for them', () => {
    openSection(projects, { projects: rows });
    expect(screen.getByText('3 days, 30, 6 days, 60')).toBeTruthy();
  });

  it('show each its own fields, and follow what is typed', async () => {
    const { user } = openSection(projects, { projects: rows });
    await user.click(screen.getByRole('button', { name: 'Row 1 Edit' }));
    const step = (n: number) => within(screen.getByRole('group', { name: `Row ${n}` }));
    expect(step(1).queryByRole('textbox', { name: 'Why' })).toBeNull();
    expect(step(2).getByRole('textbox', { name: 'Why' })).toBeTruthy();
    expect(step(2).getByRole('status', { name: 'Cost' }).textContent).toBe('60');
    await user.clear(step(1).getByRole('textbox', { name: 'Days' }));
    await user.type(step(1).getByRole('textbox', { name: 'Days' }), '9');
    await user.tab();
    await waitFor(() => expect(step(1).getByRole('textbox', { name: 'Why' })).toBeTruthy());
  });

  it('are added with their first values up to their limit, and taken out', async () => {
    const { user, answers } = openSection(projects, {
      projects: [{ id: 'a', rate: 10, steps: [{ days: 3 }] }],
    });
    await user.click(screen.getByRole('button', { name: 'Row 1 Edit' }));
    // By their labels: jsdom takes minutes to compute roles this deep in a dialog.
    const list = within(screen.getByLabelText('Milestones'));
    await user.click(list.getByText('Add a row'));
    expect(answers()).toMatchObject([{ steps: [{ days: 3 }, { days: 2 }] }]);
    expect(list.queryByText('Add a row')).toBeNull();
    await user.click(list.getByLabelText('Row 1 Delete'));
    expect(answers()).toMatchObject([{ steps: [{ days: 2 }] }]);
  });
});
