import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { PASSWORD } from '../../journeys/stage.ts';
import { codeAt } from '../../support/authenticator.ts';
import { axeFindings, overflow } from '../../support/browser.ts';

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const SHOTS = process.env.SHOTS;

/** Takes a screenshot of the page where SHOTS names a folder. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
}

/** axe finds nothing and nothing is wider than the window, on a desktop and on a phone. */
export async function sound(page: Page, name: string): Promise<void> {
  for (const [size, label] of [
    [DESKTOP, 'desktop'],
    [PHONE, 'phone'],
  ] as const) {
    await page.setViewportSize(size);
    await shoot(page, `${name}-${label}`);
    expect(await axeFindings(page), `${name} on a ${label}`).toEqual([]);
    expect(await overflow(page), `${name} on a ${label}`).toBe(0);
  }
  await page.setViewportSize(DESKTOP);
}

export async function logIn(page: Page, origin: string, username: string): Promise<void> {
  await page.goto(origin);
  await page.locator('input[name=username]').fill(username);
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.locator('form button[type=submit]').click();
  await page.locator('.header .person').waitFor();
}

/** Turns on the second factor that the programme asks of a role, on the page that comes by itself. */
export async function enrol(page: Page): Promise<void> {
  await page.locator('.second-factor button').first().click();
  const secret = (await page.locator('.secret code').innerText()).replaceAll(' ', '');
  await page.locator('input[name=code]').fill(codeAt(secret, new Date()));
  await page.locator('.code-form button[type=submit]').click();
  await page.locator('.second-factor').waitFor({ state: 'detached' });
}
