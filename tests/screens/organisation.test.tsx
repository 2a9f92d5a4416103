/** The widget that chooses from the organisation tree: what it holds in words, and the tree behind its button. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { SectionDefinition } from '#core/model/index.ts';
import type { OrganisationView } from '#core/model/wire/index.ts';
import { openSection } from './support/open.tsx';
import { type Asked, serve } from './support/server.ts';

const section: SectionDefinition = {
  id: 's',
  title: 'Section',
  kind: 'form',
  schema: { type: 'object', required: ['unit'], properties: { unit: { type: 'string', title: 'Unit' } } },
  ui: { '/unit': { widget: 'organisation', for: 'staff' } },
};

const organisation = (id: string, more: Partial<OrganisationView>): OrganisationView => ({
  id,
  name: `Unit ${id}`,
  kind: 'school',
  kindTitle: 'School',
  path: [],
  hasChildren: false,
  selectable: true,
  ...more,
});
const top = organisation('top', { hasChildren: true, selectable: false });
const low = organisation('low', { path: ['Unit top'] });

function answer({ path, query }: Asked): unknown {
  if (path === '/api/organisations/low') return low;
  if (path !== '/api/organisations') return undefined;
  const organisations = query.parent === 'top' || query.search ? [low] : [top];
  return { organisations, after: null };
}

it('shows what it holds by the way to it', async () => {
  await serve(answer);
  openSection(section, { s: { unit: 'low' } });
  const button = screen.getByRole('button', { name: /Unit/ });
  await waitFor(() => expect(button.textContent).toContain('Unit top / Unit low'));
  expect(button.getAttribute('aria-describedby')).toBe('/s/unit~note');
  expect(button.getAttribute('aria-haspopup')).toBe('dialog');
});

it('is chosen down the tree, level by level', async () => {
  const asked = await serve(answer);
  const { user, answers } = openSection(section);
  await user.click(screen.getByRole('button', { name: /^Unit/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Unit' });
  await user.click(await within(dialog).findByRole('button', { name: 'Below Unit top' }));
  await user.click(await within(dialog).findByRole('button', { name: /^Unit low/ }));
  expect(answers()).toEqual({ unit: 'low' });
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(asked.map(({ query }) => query).slice(0, 2)).toEqual([
    { for: 'staff' },
    { parent: 'top', for: 'staff' },
  ]);
});

it('is found by its name', async () => {
  const asked = await serve(answer);
  const { user, answers } = openSection(section);
  await user.click(screen.getByRole('button', { name: /^Unit/ }));
  await user.type(screen.getByRole('textbox', { name: /Type a name/ }), 'low');
  await user.click(await screen.findByRole('button', { name: /^Unit low/ }));
  expect(answers()).toEqual({ unit: 'low' });
  expect(asked.some(({ query }) => query.search === 'low')).toBe(true);
});

it('has no controls for who may only read', async () => {
  await serve(answer);
  openSection(section, { s: { unit: 'low' } }, { editingAs: null });
  expect(screen.getByRole('button', { name: /Unit/ })).toHaveProperty('disabled', true);
});

it('groups a level as the programme says, in its order', async () => {
  const groups = [
    { id: 'near', title: 'Near schools', kinds: ['near'] },
    { id: 'far', title: 'Far schools', kinds: ['school'] },
  ];
  const asked = await serve(({ path, query }) => {
    if (path !== '/api/organisations') return undefined;
    if (query.group === 'far') return { organisations: [low], after: null };
    return { groups, others: false, organisations: [low], after: 'more' };
  });
  const { user, answers } = openSection(section);
  await user.click(screen.getByRole('button', { name: /^Unit/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Unit' });
  const far = await within(dialog).findByRole('button', { name: 'Far schools' });
  const titles = within(dialog).getAllByRole('button', { name: /schools$/ });
  expect(titles.map(({ textContent }) => textContent)).toEqual(['Near schools', 'Far schools']);
  await user.click(far);
  await user.click(await within(dialog).findByRole('button', { name: /^Unit low/ }));
  expect(answers()).toEqual({ unit: 'low' });
  const searches = asked.filter(({ path }) => path === '/api/organisations');
  expect(searches.map(({ query }) => query).at(-1)).toEqual({ group: 'far', for: 'staff' });
});
