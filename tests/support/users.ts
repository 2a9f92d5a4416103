import type { Page } from 'playwright-core';
import type { Client } from '../journeys/client.ts';

/** Opens a page as somebody who has logged in over HTTP already. */
export async function enter(page: Page, origin: string, client: Client, path: string): Promise<void> {
  const [name = '', value = ''] = client.cookie.split('=');
  await page.context().addCookies([{ name, value, url: origin }]);
  await page.goto(`${origin}${path}`);
  await page.locator('.header').waitFor();
}

/** Types a name and a password into the first page and sends them. */
export async function typeLogin(
  page: Page,
  origin: string,
  username: string,
  password: string,
): Promise<void> {
  await page.goto(origin);
  await page.locator('input[name=username]').fill(username);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form button[type=submit]').click();
}

/** Fills in what a new user logs in with, and the question by which a lost password is set again. */
export async function fillCredentials(page: Page, username: string, password: string): Promise<void> {
  await page.locator('#username').fill(username);
  await page.locator('#password').fill(password);
  await page.locator('#repeated').fill(password);
  await page.locator('#question').click();
  await page.locator('.ant-select-item-option').first().click();
  await page.locator('#answer').fill('blue');
}

/** Opens the menu of a user in the list and chooses an entry by its name. */
export async function actOn(page: Page, username: string, entry: string): Promise<void> {
  await page.locator('tr', { hasText: username }).locator('button').click();
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
}

/** Presses the last button of the dialog that is open. */
export async function confirm(page: Page): Promise<void> {
  await page.locator('.ant-modal:visible .ant-modal-footer button').last().click();
}
