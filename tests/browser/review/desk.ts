import type { Page } from 'playwright-core';

/** How many wait in a queue, as the menu says. */
export const waitingIn = (page: Page, title: string): Promise<string> =>
  page.locator('.menu a', { hasText: title }).first().locator('.badge > span').first().innerText();
