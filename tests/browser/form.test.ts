import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import type { Backend } from './harness/backend.ts';
import { harness } from './harness/opened.ts';

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

const form = harness();
let page: Page;
let backend: Backend;

beforeEach(() => {
  backend = form.backend();
});

async function open(): Promise<void> {
  ({ page } = await form.open());
}

const saved = async (section: string): Promise<unknown> => {
  await page.getByText(/^\s*Saved \d/).waitFor();
  return backend.sections[section]?.value;
};

test('what is typed is saved by itself, and what follows from it appears', async () => {
  await open();
  await page.getByLabel('Name').fill('Test A');
  await page.getByRole('radio', { name: 'yes', exact: true }).check();
  await page.getByRole('textbox', { name: 'Employer' }).waitFor();
  expect(await saved('person')).toEqual({ name: 'Test A', works: 'yes' });
  await page.getByRole('button', { name: 'Employer none' }).click();
  await expect
    .poll(() => backend.sections.person?.value)
    .toEqual({ name: 'Test A', works: 'yes', employer: 'none' });
});

test('a wrong answer is reported at its field in a sentence, linked to the input by aria', async () => {
  await open();
  await page.getByLabel('Age').fill('12');
  await page.getByLabel('Age').blur();
  const note = page.locator('[id="/person/age~note"]');
  await expect.poll(() => note.textContent()).toContain('18');
  expect(await page.getByLabel('Age').getAttribute('aria-invalid')).toBe('true');
  expect(await page.getByLabel('Age').getAttribute('aria-describedby')).toBe('/person/age~note');
});

test('a list offers only what is valid at the cycle', async () => {
  await open();
  await page.getByRole('combobox', { name: 'Colour' }).click();
  await page.getByRole('option', { name: 'Red' }).waitFor({ state: 'attached' });
  expect(await page.locator('.ant-select-item-option').allTextContents()).toEqual(['Red', 'Green']);
});

test('rows are added, saved, moved and limited', async () => {
  await open();
  for (const subject of ['First', 'Second', 'Third']) {
    await page.getByRole('button', { name: 'Add a row' }).click();
    await page.getByRole('textbox', { name: 'Period from' }).fill('2020.09');
    await page.getByRole('textbox', { name: 'Period from' }).press('Enter');
    await page.getByLabel('Subject').fill(subject);
    await page.getByRole('button', { name: 'Save this row' }).click();
    await page.getByRole('button', { name: 'Save this row' }).waitFor({ state: 'detached' });
  }
  expect(await page.getByRole('button', { name: 'Add a row' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Row 3 Move up' }).click();
  const rows = () => backend.sections.study?.value as { content: string; period: string }[];
  const subjects = () => rows().map((row) => row.content);
  await expect.poll(subjects).toEqual(['First', 'Third', 'Second']);
  expect(rows()[0]?.period).toBe('2020.09-');
});

test('a row is read with what is computed for it', async () => {
  backend.store('study', [{ id: 'r1', period: '2020.09-', content: 'Kept' }]);
  await open();
  await page.getByRole('cell', { name: 'Kept' }).waitFor();
  expect(await page.getByRole('cell', { name: '2020-09', exact: true }).count()).toBe(1);
});

test('a yes-or-no question accepts no as an answer', async () => {
  await open();
  await page.getByRole('radiogroup', { name: 'Drives' }).getByText('No', { exact: true }).click();
  await expect.poll(() => backend.sections.person?.value).toMatchObject({ drives: false });
});

test('a row may be cancelled: a new one is removed, an old one is as before', async () => {
  backend.store('study', [{ id: 'r1', period: '2020.09-', content: 'Kept' }]);
  await open();
  await page.getByRole('button', { name: 'Row 1 Edit' }).click();
  await page.getByLabel('Subject').fill('Changed');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Give it up' }).click();
  await page.getByRole('cell', { name: 'Kept' }).waitFor();
  await page.getByRole('button', { name: 'Add a row' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await page.getByRole('row').filter({ hasText: 'Kept' }).count()).toBe(1);
  await page.getByText('1 / 3').waitFor();
});

test('Escape in the sheet of a row asks before anything that was typed is given up', async () => {
  await open();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Add a row' }).click();
  await page.getByLabel('Subject').fill('Long in the making');
  await page.keyboard.press('Escape');
  const goOn = page.getByRole('button', { name: 'Go on filling in' });
  await expect.poll(() => goOn.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await goOn.waitFor({ state: 'detached' });
  expect(await page.getByLabel('Subject').inputValue()).toBe('Long in the making');
  await expect.poll(() => backend.sections.study?.value).toMatchObject([{ content: 'Long in the making' }]);
});

test('a grid is filled with the keyboard, takes its blank word, and computes', async () => {
  await open();
  await page.getByRole('textbox', { name: 'Weeks 2023' }).focus();
  await page.keyboard.type('40');
  await page.keyboard.press('Enter');
  await page.keyboard.type('2');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('/');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type('99');
  await page.keyboard.press('Tab');
  await expect.poll(() => page.getByRole('textbox', { name: 'Sum 2023' }).inputValue()).toBe('42');
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Weeks 2024' }).getAttribute('aria-invalid'))
    .toBe('true');
  const value = (await saved('work')) as { cells: unknown };
  expect(value.cells).toMatchObject({ weeks: { 2023: 40, 2024: 99 }, visits: { 2023: 2, 2024: '/' } });
});

test('evidence waits until its record is saved, is refused early, and can be edited after upload', async () => {
  await open();
  const slot = page.getByRole('group', { name: 'Certificate' });
  expect(await slot.getByRole('button', { name: 'Save first' }).isDisabled()).toBe(true);
  await page.getByLabel('Name').fill('Test A');
  await saved('person');
  const pdf = { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') };
  await slot.locator('input[type=file]').setInputFiles({ ...pdf, mimeType: 'image/png' });
  await slot.getByText(/is no PDF file/).waitFor();
  await slot.locator('input[type=file]').setInputFiles({ ...pdf, buffer: Buffer.alloc(2000, 1) });
  await slot.getByText(/more than the/).waitFor();
  await slot.locator('input[type=file]').setInputFiles(pdf);
  await slot.getByRole('link', { name: 'a.pdf' }).waitFor();
  await slot.getByRole('button', { name: 'Edit a.pdf' }).waitFor();
});

test('a stale save shows both versions and lets the user choose', async () => {
  backend.store('person', { name: 'Before' });
  await open();
  backend.store('person', { name: 'Theirs' });
  await page.getByLabel('Name').fill('Mine');
  await page.getByRole('dialog').getByText('Theirs').waitFor();
  await page.getByRole('button', { name: 'Keep what is on this page' }).click();
  await expect.poll(() => backend.sections.person?.value).toEqual({ name: 'Mine' });
  expect(backend.sections.person?.version).toBe(3);
});

test('without a network the draft outlives the tab, but nothing sensitive is stored in the browser', async () => {
  backend.store('person', { name: 'Before', secret: 'S-1' });
  await open();
  backend.offline = true;
  await page.getByLabel('Name').fill('Offline');
  await page.getByLabel('Number').fill('S-2');
  await page.getByText(/cannot be reached/).waitFor();
  const kept = await page.evaluate(readDrafts);
  expect(kept).toContain('Offline');
  expect(kept).not.toContain('S-2');
  await page.close();
  backend.offline = false;
  await open();
  await expect.poll(() => page.getByLabel('Name').inputValue()).toBe('Offline');
  await expect.poll(() => backend.sections.person?.value).toEqual({ name: 'Offline', secret: 'S-1' });
});

/** Everything that IndexedDB holds, as text. Runs in the page. */
function readDrafts(): Promise<string> {
  return new Promise((resolve) => {
    const request = indexedDB.open('shenbao', 1);
    request.onsuccess = () => {
      const all = request.result.transaction('drafts').objectStore('drafts').getAll();
      all.onsuccess = () => resolve(JSON.stringify(all.result));
    };
  });
}

test('axe finds nothing, on a desktop and on a phone, and nothing is wider than the phone', async () => {
  backend.store('study', [{ id: 'r1', period: '2020.09-', content: 'Kept' }]);
  await open();
  await page.getByRole('button', { name: 'Row 1 Edit' }).click();
  expect(await violations()).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('dialog').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).last().click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await violations()).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

async function violations(): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = (await axe.run()).violations;
    return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
  });
}
