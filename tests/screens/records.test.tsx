/** A record as RJSF's fields draw it: groups and lists inside it, and the path on which each answer comes out. */
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { SectionDefinition } from '#core/model/index.ts';
import { openSection } from './support/open.tsx';

const section: SectionDefinition = {
  id: 'record',
  title: 'Record',
  kind: 'form',
  schema: {
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string', title: 'Name' },
      school: {
        type: 'object',
        title: 'School',
        properties: { town: { type: 'string', title: 'Town' } },
      },
      papers: {
        type: 'array',
        title: 'Papers',
        maxItems: 3,
        items: { type: 'object', properties: { paper: { type: 'string', title: 'Paper' } } },
      },
    },
  },
};

const open = (record: object) => openSection(section, { record: JSON.parse(JSON.stringify(record)) });
const field = (name: string) => screen.getByRole('textbox', { name: new RegExp(`^${name}`) });
const rewrite = async (user: UserEvent, input: HTMLElement, text: string) => {
  await user.clear(input);
  await user.type(input, text);
  await user.tab();
};

describe('a record', () => {
  it('draws its groups and lists under ids that are pointers', () => {
    open({ name: 'A', school: { town: 'B' }, papers: [{ paper: 'one' }, { paper: 'two' }] });
    const ids = screen.getAllByRole('textbox').map(({ id }) => id);
    expect(ids).toEqual([
      '/record/name',
      '/record/school/town',
      '/record/papers/0/paper',
      '/record/papers/1/paper',
    ]);
    expect(screen.getByRole('group', { name: 'School' }).id).toBe('/record/school');
  });

  it('hands over an answer inside a group by its path', async () => {
    const { user, answers } = open({ name: 'A' });
    await rewrite(user, field('Town'), 'Up the hill');
    expect(answers()).toEqual({ name: 'A', school: { town: 'Up the hill' } });
  });

  it('hands over an answer inside a list, and leaves its neighbours', async () => {
    const { user, answers } = open({ papers: [{ paper: 'one' }, { paper: 'two' }] });
    const second = screen.getAllByRole('textbox', { name: 'Paper' })[1];
    if (!second) throw new Error('The list has two entries.');
    await rewrite(user, second, 'three');
    expect(answers()).toEqual({ papers: [{ paper: 'one' }, { paper: 'three' }] });
  });

  it('takes an answer away when it is deleted', async () => {
    const { user, answers } = open({ name: 'A', school: { town: 'B' } });
    await user.clear(field('Town'));
    await user.tab();
    expect(answers()).toEqual({ name: 'A', school: {} });
  });

  it('names the entries of a list of texts, of which a new one is not wrong before it was left', async () => {
    const aims: SectionDefinition = {
      id: 'record',
      title: 'Record',
      kind: 'form',
      schema: {
        type: 'object',
        properties: {
          aims: { type: 'array', title: 'Aims', maxItems: 5, items: { type: 'string', minLength: 3 } },
        },
      },
    };
    const { user } = openSection(aims, { record: { aims: ['water'] } });
    await user.click(screen.getByRole('button', { name: /Add/ }));
    const names = screen
      .getAllByRole('textbox')
      .map((input) => (input as HTMLInputElement).labels?.[0]?.textContent?.replace(/\W*required$/, ''));
    expect(names).toEqual(['Aims-1', 'Aims-2']);
    expect(document.querySelector('.field.wrong')).toBeNull();
    await user.type(screen.getByRole('textbox', { name: /^Aims-2/ }), 'ab');
    await user.tab();
    await waitFor(() => expect(document.querySelector('.field.wrong')?.textContent).toContain('3'));
  });

  it('begins a new item with what the definition gives it, and leads there', async () => {
    const trips: SectionDefinition = {
      id: 'record',
      title: 'Record',
      kind: 'form',
      schema: {
        type: 'object',
        properties: {
          home: { type: 'string', title: 'Home' },
          words: { type: 'array', title: 'Words', items: { type: 'string', preset: 'hello' } },
          trips: {
            type: 'array',
            title: 'Trips',
            items: {
              type: 'object',
              properties: {
                from: { type: 'string', title: 'From', preset: { var: 'application.record.home' } },
                to: { type: 'string', title: 'To' },
              },
            },
          },
        },
      },
    };
    const { user, answers } = openSection(trips, { record: { home: 'Leeds' } });
    const list = (name: string) => within(screen.getByRole('group', { name }));
    await user.click(list('Trips').getByRole('button', { name: /Add/ }));
    await user.click(list('Words').getByRole('button', { name: /Add/ }));
    expect(answers()).toEqual({ home: 'Leeds', trips: [{ from: 'Leeds' }], words: ['hello'] });
    await rewrite(user, screen.getByRole('textbox', { name: 'To' }), 'York');
    await user.click(list('Trips').getByRole('button', { name: /Add/ }));
    await waitFor(() => expect(document.activeElement?.id).toBe('/record/trips/1/from'));
    expect(answers()).toMatchObject({ trips: [{ from: 'Leeds', to: 'York' }, { from: 'Leeds' }] });
  });

  it('adds to a list until it is full, and takes one out of its middle', async () => {
    const { user, answers } = open({ papers: [{ paper: 'one' }, { paper: 'two' }] });
    const list = within(screen.getByRole('group', { name: 'Papers' }));
    await user.click(list.getByRole('button', { name: /Add/ }));
    expect(answers()).toEqual({ papers: [{ paper: 'one' }, { paper: 'two' }, {}] });
    expect(list.queryByRole('button', { name: /Add/ })).toBeNull();
    await user.click(list.getByRole('button', { name: /2.*Delete/ }));
    expect(answers()).toEqual({ papers: [{ paper: 'one' }, {}] });
    expect(list.getAllByRole('textbox').map((input) => (input as HTMLInputElement).value)).toEqual([
      'one',
      '',
    ]);
  });

  it('moves the items of a list, each with what is being typed in it, and the focus goes along', async () => {
    const { user, answers } = open({ papers: [{ paper: 'one' }, { paper: 'two' }, { paper: 'three' }] });
    const list = within(screen.getByRole('group', { name: 'Papers' }));
    const button = (name: string) => list.getByRole<HTMLButtonElement>('button', { name });
    await user.type(list.getAllByRole('textbox')[1] as HTMLElement, '!');
    await user.click(button('Row 2 Move up'));
    expect(answers()).toEqual({ papers: [{ paper: 'two!' }, { paper: 'one' }, { paper: 'three' }] });
    await waitFor(() => expect(document.activeElement).toBe(button('Row 1 Move down')));
    await user.keyboard('{Enter}');
    expect(answers()).toEqual({ papers: [{ paper: 'one' }, { paper: 'two!' }, { paper: 'three' }] });
    await waitFor(() => expect(document.activeElement).toBe(button('Row 2 Move down')));
    expect(list.getAllByRole<HTMLInputElement>('textbox').map(({ value }) => value)).toEqual([
      'one',
      'two!',
      'three',
    ]);
    expect(button('Row 1 Move up').disabled && button('Row 3 Move down').disabled).toBe(true);
  });

  it('gives what is still being typed in two fields when it is left, and neither takes the other back', async () => {
    const { user, answers } = open({ name: 'A', school: { town: 'B' } });
    await user.type(field('Name'), '1');
    await user.type(field('Town'), '2');
    await user.tab();
    expect(answers()).toEqual({ name: 'A1', school: { town: 'B2' } });
  });
});
