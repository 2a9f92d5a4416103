import type { Locator, Page } from 'playwright-core';

/** Opens a page of this person's application by its address. */
export async function turnTo(page: Page, id: string): Promise<void> {
  if (!/applications\/[^/]+/.test(page.url())) {
    await page.locator('.application footer a').first().click();
    await page.locator('.form-page').waitFor();
  }
  const [, base] = /(.*\/applications\/[^/]+)/.exec(page.url()) ?? [];
  await page.goto(`${base}/${id}`);
  await page.locator('h1').waitFor();
}

/** The input of a field, by its place in the form. */
export const at = (page: Page, place: string): Locator => page.locator(`[id="${place}"]`);

/** Types a date as people write them. */
export async function day(page: Page, place: string, typed: string): Promise<void> {
  await at(page, place).fill(typed);
  await at(page, place).press('Enter');
}

export const save = (page: Page) => page.getByRole('button', { name: '保存', exact: true }).click();
export const saved = (page: Page) => page.locator('.save-line.saved').waitFor();
/** A message that passes. */
export const noted = (page: Page, text: string | RegExp) =>
  page.locator('.ant-message-notice', { hasText: text }).first().waitFor();
