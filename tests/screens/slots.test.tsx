/** Places for evidence: closed until there is something to prove, refusing in a sentence, sending, listing, deleting. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { SectionDefinition } from '#core/model/index.ts';
import { Section, useOpenCase } from '#renderer/form/index.ts';
import { useSafetyCheck } from '#renderer/form/store/useSafetyCheck.ts';
import { file } from '../core/compile/tiny.ts';
import { openForm, openSection } from './support/open.tsx';
import { serve } from './support/server.ts';

const papers: SectionDefinition = {
  id: 'papers',
  title: 'Papers',
  kind: 'documents',
  slots: [{ id: 'cv', title: 'CV', requiredWhen: true, help: 'At most two pages' }],
};
const person: SectionDefinition = {
  id: 'person',
  title: 'Person',
  kind: 'form',
  schema: { type: 'object', properties: { name: { type: 'string', title: 'Name' } } },
  slots: [{ id: 'photo', title: 'Photo', at: '/name', accept: ['image/png'] }],
};
const stored = file('papers', 'cv');
const pdf = (bytes: number) => new File([new Uint8Array(bytes)], 'cv.pdf', { type: 'application/pdf' });
/** The input that the button opens; no one sees it. */
const input = (title: string) => screen.getByLabelText<HTMLInputElement>(title, { selector: 'input' });

it('is open in a section of papers, and says what it is for', () => {
  openSection(papers);
  const slot = screen.getByRole('group', { name: 'CV' });
  expect(within(slot).getByRole('button', { name: 'Upload' })).toHaveProperty('disabled', false);
  expect(slot.textContent).toContain('At most two pages');
  expect(input('CV').accept).toBe('application/pdf');
});

it('is closed while what it proves has not been saved', () => {
  openSection(person);
  expect(screen.getByRole('button', { name: 'Save first' })).toHaveProperty('disabled', true);
});

it('stands beside its field once that is saved', () => {
  openSection(person, { person: { name: 'A' } });
  const slot = screen.getByRole('group', { name: 'Photo' });
  expect(slot.closest('.field')?.querySelector('input')?.id).toBe('/person/name');
  expect(within(slot).getByRole('button', { name: 'Upload' })).toHaveProperty('disabled', false);
});

it.each([
  ['of another kind', new File(['x'], 'a.txt', { type: 'text/plain' }), /is no PDF file/],
  ['too large', pdf(1_001), /more than/],
  ['empty', pdf(0), /empty/],
])('refuses a file that is %s in a sentence, and sends nothing', async (_, refused, sentence) => {
  const asked = await serve(() => undefined);
  const { user } = openSection(papers);
  await user.upload(input('CV'), refused);
  expect(screen.getByRole('alert').textContent).toMatch(sentence);
  expect(asked).toEqual([]);
});

it('uploads a file and lists it with a link', async () => {
  const asked = await serve(() => ({ ...stored, id: 'f7', name: 'cv.pdf', pages: 2, bytes: 900 }));
  const { user } = openSection(papers);
  await user.upload(input('CV'), pdf(900));
  const link = await screen.findByRole('link', { name: 'cv.pdf' });
  expect(link.getAttribute('href')).toBe('/api/files/f7');
  expect(asked).toEqual([
    {
      method: 'PUT',
      path: '/api/cases/c1/files',
      query: { section: 'papers', slot: 'cv', name: 'cv.pdf' },
      bytes: 900,
    },
  ]);
  expect(screen.queryByRole('button', { name: 'Upload' })).toBeNull();
});

const WAITING = 'waiting for the safety check';

it('says that a file waits for the safety check, and offers to remove it and not to open it', async () => {
  const { user } = openSection(papers, {}, { files: [{ ...stored, state: 'held' }] });
  const slot = screen.getByRole('group', { name: 'CV' });
  expect(slot.textContent).toContain(WAITING);
  expect(within(slot).queryByRole('link')).toBeNull();
  expect(slot.querySelector('.problem')?.textContent).toContain('cv.pdf');
  await user.click(screen.getByRole('button', { name: /Edit cv\.pdf/ }));
  const menu = await screen.findByRole('menu');
  expect(
    within(menu)
      .getAllByRole('menuitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['Replace', 'Delete']);
});

it('says that an upload waits for the safety check, and asks whether that has ended', async () => {
  const held = { ...stored, id: 'f7', state: 'held' };
  const asked = await serve(({ method }) =>
    method === 'PUT' ? held : { files: [stored, { ...held, state: undefined }] },
  );
  const { user } = openForm(
    papers,
    <>
      <Watch />
      <Section id="papers" revealed={false} />
    </>,
  );
  await user.upload(input('CV'), pdf(900));
  expect((await screen.findByText(new RegExp(WAITING))).textContent).toContain('cannot be opened');
  expect(asked.map(({ method }) => method)).toEqual(['PUT']);
  window.dispatchEvent(new Event('focus'));
  expect((await screen.findByRole('link', { name: 'cv.pdf' })).getAttribute('href')).toBe('/api/files/f7');
  expect(asked.map(({ method, path }) => [method, path])).toContainEqual(['GET', '/api/cases/c1']);
  expect(document.querySelector('.problem')).toBeNull();
});

function Watch() {
  useSafetyCheck(useOpenCase().store);
  return null;
}

it('says that a file was deleted because of malware until another is there', async () => {
  await serve(() => ({ ...stored, id: 'f8', name: 'new.pdf' }));
  const { user } = openSection(papers, {}, { files: [{ ...stored, state: 'infected', bytes: 0 }] });
  const slot = screen.getByRole('group', { name: 'CV' });
  expect(slot.textContent).toContain('malware was found');
  expect(within(slot).queryByRole('link')).toBeNull();
  expect(within(slot).getByRole('button', { name: 'Upload' })).toBeTruthy();
  await user.upload(input('CV'), pdf(900));
  await screen.findByRole('link', { name: 'new.pdf' });
  expect(slot.textContent).not.toContain('malware');
});

it('shows a refusal of the server as a sentence', async () => {
  await serve(() => undefined);
  const { user } = openSection(papers);
  await user.upload(input('CV'), pdf(900));
  expect((await screen.findByRole('alert')).textContent).not.toBe('');
  expect(screen.getByRole('button', { name: 'Upload' })).toBeTruthy();
});

it('deletes a file after a confirmation', async () => {
  const asked = await serve(() => null);
  const { user } = openSection(papers, {}, { files: [stored] });
  await user.click(screen.getByRole('button', { name: /Edit cv\.pdf/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
  const dialog = await screen.findByRole('dialog', { name: /cv\.pdf/ });
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(screen.queryByRole('link', { name: 'cv.pdf' })).toBeNull());
  expect(asked).toMatchObject([{ method: 'DELETE', path: `/api/files/${stored.id}` }]);
});

it('reports what is missing when it is asked', () => {
  openSection(papers, {}, { revealed: true });
  expect(screen.getByRole('group', { name: 'CV' }).textContent).toContain('CV');
  expect(document.querySelector('.problem')?.textContent).toContain('CV');
});

it('has no controls for who may only read', () => {
  openSection(papers, {}, { editingAs: null });
  expect(screen.queryAllByRole('button')).toEqual([]);
  expect(screen.getByText('Not uploaded')).toBeTruthy();
});
