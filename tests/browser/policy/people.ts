import type { Page } from 'playwright-core';

/** Opens a queue and the case of somebody in it. */
export async function openIn(page: Page, queue: string, name: string): Promise<void> {
  await page.locator('.menu a', { hasText: queue }).first().click();
  await page.locator('[data-case]', { hasText: name }).click();
  await page.locator('.case-text').waitFor();
}
