/** Fields that read times, propose, refuse a choice and hold lists: by keyboard, key by key, in both themes. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/model/index.ts';
import { axeFindings } from '../support/browser.ts';
import type { Backend } from './harness/backend.ts';
import { harness } from './harness/opened.ts';

const SHOTS = process.env.SHOTS;
const form = harness();

const stored = (backend: Backend) => (backend.sections.visit?.value ?? {}) as JsonObject;
const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

async function type(page: Page, name: string, text: string): Promise<void> {
  await box(page, name).click();
  let typed = '';
  for (const key of text) {
    await page.keyboard.type(key, { delay: 60 });
    typed += key;
    expect(await box(page, name).inputValue()).toBe(typed);
  }
}

describe('a time', () => {
  it('is the person’s while it is typed, and what is stored once it was left', async () => {
    const { page, backend } = await form.open('visit');
    await type(page, 'Opens', '下午3点半');
    await page.keyboard.press('Tab');
    await expect.poll(() => box(page, 'Opens').inputValue()).toBe('15:30');
    await expect.poll(() => stored(backend).opens).toBe('15:30');
    await box(page, 'Opens').fill('25:00');
    await page.keyboard.press('Tab');
    await expect.poll(() => stored(backend).opens).toBe('25:00');
    expect(await box(page, 'Opens').getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => page.locator('[id="/visit/opens~note"]').textContent()).toContain('09:30');
  });

  it('with its day is meant in the programme’s zone, typed or picked', async () => {
    const { page, backend } = await form.open('visit');
    await type(page, 'Begins', '2026.7.1 0930');
    await page.keyboard.press('Enter');
    await expect.poll(() => box(page, 'Begins').inputValue()).toBe('2026-07-01 09:30');
    await expect.poll(() => stored(backend).begins).toMatch(/^2026-07-01T09:30:00[+]/);
    await page.keyboard.press('Alt+ArrowDown');
    const calendar = page.locator('.ant-picker-dropdown');
    await calendar.getByTitle('2026-07-02').click();
    await calendar.getByRole('button', { name: 'OK' }).click();
    await expect.poll(() => stored(backend).begins).toMatch(/^2026-07-02T09:30:00[+]/);
    await expect.poll(() => box(page, 'Begins').inputValue()).toBe('2026-07-02 09:30');
  });

  it('is picked from the clock beside it', async () => {
    const { page, backend } = await form.open('visit');
    await page.getByRole('button', { name: 'Opens clock' }).click();
    const clock = page.locator('.ant-picker-dropdown');
    await clock.locator('.ant-picker-time-panel-column').nth(0).getByText('08', { exact: true }).click();
    await clock.locator('.ant-picker-time-panel-column').nth(1).getByText('05', { exact: true }).click();
    await clock.getByRole('button', { name: 'OK' }).click();
    await expect.poll(() => stored(backend).opens).toBe('08:05');
  });
});

describe('by keyboard', () => {
  // The list itself is the browser's own window, which one without a screen does not open.
  it('text is typed past its proposals, which the browser offers', async () => {
    const { page, backend } = await form.open('visit');
    const reason = page.getByRole('combobox', { name: 'Reason' });
    await reason.focus();
    const offered = await reason.evaluate((input) =>
      [...((input as HTMLInputElement).list?.options ?? [])].map(({ value }) => value),
    );
    expect(offered).toEqual(['Holiday', 'Home visit']);
    await page.keyboard.type('Home visit again', { delay: 60 });
    await page.keyboard.press('Tab');
    await expect.poll(() => stored(backend).reason).toBe('Home visit again');
  });

  it('an item begins with its first values, is filled in and taken out', async () => {
    const { page, backend } = await form.open('visit');
    await type(page, 'Opens', '0900');
    await page.keyboard.press('Tab');
    const guests = page.getByRole('group', { name: 'Guests' });
    await guests.getByRole('button', { name: 'Add a row' }).press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('/visit/guests/0/name');
    await page.keyboard.type('Ann');
    await guests.getByRole('button', { name: 'Add a row' }).press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('/visit/guests/1/name');
    await page.keyboard.type('Ben');
    await guests.getByRole('button', { name: 'Row 1 Delete' }).press('Enter');
    await expect.poll(() => stored(backend).guests).toEqual([{ name: 'Ben', comes: '09:00' }]);
    await expect.poll(() => page.getByLabel('Guest').last().inputValue()).toBe('Ben');
  });
});

describe('rows inside a row', () => {
  it('are added, filled in and saved with their row, by keyboard', async () => {
    const { page, backend } = await form.open('projects');
    await page.getByRole('button', { name: 'Add a row' }).press('Enter');
    await page.getByRole('textbox', { name: /^Project/ }).fill('Shed');
    await page.getByLabel('Rate').fill('20');
    const steps = page.getByRole('group', { name: 'Milestones', exact: true });
    for (const what of ['Dig', 'Build']) {
      await steps.getByRole('button', { name: 'Add a row' }).press('Enter');
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toMatch(/[/]what$/);
      await page.keyboard.type(what);
    }
    const second = steps.getByRole('group', { name: 'Row 2' });
    await second.getByLabel('Days').fill('3');
    await second.getByLabel('Days').press('Tab');
    await expect.poll(() => second.getByRole('status', { name: 'Cost' }).textContent()).toBe('60');
    await page.getByRole('button', { name: 'Save this row' }).press('Enter');
    const why = second.getByRole('textbox', { name: /^Why so dear/ });
    await expect.poll(() => second.locator('.field.wrong').textContent()).toContain('Why so dear');
    await why.fill('Roof');
    await page.getByRole('button', { name: 'Save this row' }).press('Enter');
    await page.getByRole('cell', { name: 'Dig: 40, Build: 60' }).waitFor();
    const [row] = (backend.sections.projects?.value ?? []) as JsonObject[];
    expect(row).toMatchObject({
      name: 'Shed',
      rate: 20,
      steps: [
        { what: 'Dig', days: 2 },
        { what: 'Build', days: 3, why: 'Roof' },
      ],
    });
  });
});

const seeded = [
  {
    id: 'r1',
    name: 'Shed',
    rate: 20,
    steps: [
      { what: 'Dig', days: 2 },
      { what: 'Build', days: 3 },
    ],
  },
];

it.each(['visit', 'projects'])(
  'axe finds nothing in %s in either theme, and nothing is wider than the screen',
  async (id) => {
    const backend = form.backend();
    backend.store('projects', seeded);
    const { page } = await form.open(id);
    if (id === 'visit') {
      await type(page, 'Opens', '0900');
      await page.keyboard.press('Tab');
      await page.getByRole('button', { name: 'Add a row' }).click();
      await expect.poll(() => stored(backend).guests).toBeDefined();
    } else await page.getByRole('button', { name: 'Row 1 Edit' }).click();
    for (const width of [1440, 1366, 390]) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        if (SHOTS)
          await page.screenshot({ path: `${SHOTS}/${id}-${width}-${colorScheme}.png`, fullPage: true });
        expect.soft(await axeFindings(page), `${id} ${width} ${colorScheme}`).toEqual([]);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  },
);
